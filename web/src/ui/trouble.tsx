// What the pages that are opened by a link say when the link or the network fails, and the one way on.
import { asApiError } from './api';
import { Button } from './controls';
import { useText } from './i18n';
import { ErrorNotice, Notice } from './notices';
import { Actions } from './page';
import { words } from './words';

/** The page's address carries no token: part of the link got lost on its way here. */
export function NoToken() {
  const t = useText(words);
  return (
    <Notice kind="warning" title={t('noTokenTitle')}>
      {t('noTokenText')}
    </Notice>
  );
}

/** The first answer did not come: the token is not valid (any more), or the server is out of reach. */
export function LinkFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText(words);
  const { status } = asApiError(error);
  if (status === 401 || status === 403 || status === 404) {
    return (
      <Notice kind="warning" title={t('badTokenTitle')}>
        {t('badTokenText')}
      </Notice>
    );
  }
  return (
    <>
      <ErrorNotice error={error} kept={t('lostKept')} next={t('lostNext')} />
      <TryAgain onRetry={onRetry} />
    </>
  );
}

export function TryAgain({ onRetry }: { onRetry: () => void }) {
  const t = useText(words);
  return (
    <Actions>
      <Button kind="main" onClick={onRetry}>
        {t('tryAgain')}
      </Button>
    </Actions>
  );
}
