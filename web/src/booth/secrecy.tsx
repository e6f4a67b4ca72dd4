// One page: how the secret is kept, and what nobody can promise.
import { useText } from '../ui/i18n';
import { useInfo } from '../ui/mount';
import { Actions, StepHeading } from '../ui/page';
import { Button } from '../ui/controls';
import { wordLine } from '../ui/format';
import { words } from './words';

export function SecrecyLine({ onOpen }: { onOpen: () => void }) {
  const t = useText(words);
  return (
    <p class="note">
      {t('secrecyLine')}{' '}
      <button type="button" class="quiet inline" onClick={onOpen}>
        {t('secrecyLink')}
      </button>
    </p>
  );
}

export function Secrecy({ onBack }: { onBack: () => void }) {
  const t = useText(words);
  const info = useInfo();
  return (
    <section>
      <StepHeading>{t('secrecyTitle')}</StepHeading>
      <p>{t('secrecyLocked')}</p>
      <p>{t('secrecySlip')}</p>
      <p>{t('secrecyCheck')}</p>
      <p>{t('secrecyVerify')}</p>
      <h2>{t('limitsTitle')}</h2>
      <p>{t('limitsMain')}</p>
      <p>{t('limitsTrustees')}</p>
      <p>{t('limitsWho')}</p>
      {info && (
        <>
          <p>{t('limitsPage')}</p>
          <p>{wordLine(info.page_hash)}</p>
          <p class="note code">{info.page_hash}</p>
        </>
      )}
      <Actions>
        <Button kind="main" onClick={onBack}>
          {t('back')}
        </Button>
      </Actions>
    </section>
  );
}
