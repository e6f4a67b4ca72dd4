// The app of the office: asks who is signed in, follows the address, shows the page that belongs to it.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../ui/api';
import { Dialog } from '../ui/dialog';
import { useInfo } from '../ui/mount';
import { ErrorNotice, Loading } from '../ui/notices';
import { SignedInContext } from './account';
import * as client from './client';
import type { Account } from './contract';
import { Frame } from './frame';
import { pages, type PageProps } from './pages';
import { maySee, menuFor, placeOf, rolesFor, type Place } from './router';
import { NoRight, NoSuchPage } from './no_page';
import { useSay } from './say';
import { SignIn, SignInForm } from './sign_in';

type Session = { state: 'asking' } | { state: 'unknown'; error: unknown } | { state: 'known'; account: Account | null; expired: boolean };

export function App() {
  const say = useSay();
  const setupNeeded = useInfo()?.setup_needed ?? false;
  const place = usePlace();
  const [session, setSession] = useState<Session>({ state: 'asking' });

  useEffect(() => {
    client.session().then(
      (account) => setSession({ state: 'known', account, expired: false }),
      (error: unknown) => {
        const nobody = error instanceof ApiError && error.status === 401;
        setSession(nobody ? { state: 'known', account: null, expired: false } : { state: 'unknown', error });
      },
    );
    return client.whenSignedOut(() =>
      setSession((now) => (now.state === 'known' && now.account ? { ...now, expired: true } : now)),
    );
  }, []);

  useEffect(() => {
    if (setupNeeded && placeOf(location.hash)?.page !== 'setup') location.hash = '#/setup';
  }, [setupNeeded]);

  if (session.state === 'asking') return <Frame title="Minh Tín"><Loading /></Frame>;
  if (session.state === 'unknown') return <Frame title="Minh Tín"><ErrorNotice error={session.error} /></Frame>;

  const signedIn = (account: Account) => {
    if (placeOf(location.hash)?.page === 'setup') location.hash = '#/';
    setSession({ state: 'known', account, expired: false });
  };
  const { account, expired } = session;
  if (!place) return <NoSuchPage />;
  if (!account && rolesFor(place.page) !== null) return <SignIn onSignedIn={signedIn} />;

  const signOut = async () => {
    // Whatever the server says, this page forgets the account; a session that could not be ended runs out.
    await client.signOut().catch(() => {});
    setSession({ state: 'known', account: null, expired: false });
    location.hash = '#/';
  };
  const page = maySee(place.page, account) ? (
    <Shown key={`${account?.id} ${location.hash}`} place={place} account={account} />
  ) : (
    <NoRight page={place.page} />
  );
  return (
    <SignedInContext.Provider value={account && { account, signOut: () => void signOut() }}>
      {page}
      <Dialog open={expired} title={say('Phiên làm việc đã hết', 'The session has ended')} onClose={() => {}} actions={<></>}>
        <p>{say('Những gì đang viết trên trang vẫn còn. Đăng nhập lại để tiếp tục.', 'What you were writing is still on the page. Sign in again to go on.')}</p>
        <SignInForm onSignedIn={signedIn} />
      </Dialog>
    </SignedInContext.Provider>
  );
}

/** Follows the address; each change of page takes the focus to the content, as a loaded page would. */
function usePlace(): Place | null {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const follow = () => {
      setPlace(placeOf(location.hash));
      window.scrollTo(0, 0);
      requestAnimationFrame(() => document.getElementById('content')?.focus({ preventScroll: true }));
    };
    addEventListener('hashchange', follow);
    // The address may have changed between the first drawing and now.
    setPlace(placeOf(location.hash));
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}

/** Loads the code of a page when it is first needed. */
function Shown({ place, account }: { place: Place; account: Account | null }) {
  const [loaded, setLoaded] = useState<{ page: ComponentType<PageProps> } | { error: unknown } | null>(null);
  const home = place.page === 'home' && account ? menuFor(account)[0]?.href : undefined;
  useEffect(() => {
    if (home) {
      location.replace(home);
      return;
    }
    pages[place.page]().then((page) => setLoaded({ page }), (error: unknown) => setLoaded({ error }));
  }, [place.page, home]);
  if (!loaded) return <Frame title="Minh Tín"><Loading /></Frame>;
  if ('error' in loaded) return <Frame title="Minh Tín"><ErrorNotice error={loaded.error} /></Frame>;
  return <loaded.page params={place.params} />;
}
