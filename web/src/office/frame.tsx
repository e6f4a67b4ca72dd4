// The frame around every page of the app: menu by role, who is signed in, where one is.

import type { ComponentChildren } from 'preact';
import { Button } from '../ui/controls';
import { Page } from '../ui/page';
import { useInfo } from '../ui/mount';
import { useSignedIn, type SignedIn } from './account';
import { roleWords } from './codes';
import { menuFor, menuPageOf, placeOf } from './router';
import { useRead, useSay } from './say';

interface FrameProps {
  title: string;
  /** What is asked here, and until when. */
  subtitle?: ComponentChildren;
  /** The pages above this one, from the menu down. */
  trail?: readonly { href: string; label: string }[];
  wide?: boolean;
  children: ComponentChildren;
}

export function Frame({ title, subtitle, trail = [], wide = false, children }: FrameProps) {
  const say = useSay();
  const signedIn = useSignedIn();
  const organisation = useInfo()?.organisation;
  return (
    <Page
      title={title}
      subtitle={subtitle}
      wide={wide}
      tools={
        <>
          {organisation && <span class="organisation">{organisation}</span>}
          {signedIn && <WhoIsHere signedIn={signedIn} />}
        </>
      }
      navigation={
        signedIn && (
          <>
            <Menu signedIn={signedIn} />
            {trail.length > 0 && (
              <nav class="trail no-print" aria-label={say('Vị trí', 'Where you are')}>
                {trail.map((above, i) => (
                  <span key={above.href}>
                    {i > 0 && <span aria-hidden="true"> › </span>}
                    <a href={above.href}>{above.label}</a>
                  </span>
                ))}
              </nav>
            )}
          </>
        )
      }
    >
      {children}
    </Page>
  );
}

function Menu({ signedIn }: { signedIn: SignedIn }) {
  const say = useSay();
  const read = useRead();
  const items = menuFor(signedIn.account);
  const here = menuPageOf(placeOf(location.hash)?.page ?? 'home', signedIn.account);
  return (
    <nav class="menu no-print" aria-label={say('Mục chính', 'Main menu')}>
      <ul>
        {items.map((item) => (
          <li key={item.page}>
            <a href={item.href} aria-current={item.page === here ? 'page' : undefined}>
              {read(item)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WhoIsHere({ signedIn }: { signedIn: SignedIn }) {
  const say = useSay();
  const read = useRead();
  const { account, signOut } = signedIn;
  return (
    <details class="who">
      <summary>{account.name}</summary>
      <div class="who-box">
        <p class="note">{account.roles.map((role) => read(roleWords[role])).join(', ')}</p>
        <a class="quiet" href="#/password">
          {say('Đổi mật khẩu', 'Change password')}
        </a>
        <Button kind="quiet" onClick={signOut}>
          {say('Đăng xuất', 'Sign out')}
        </Button>
      </div>
    </details>
  );
}
