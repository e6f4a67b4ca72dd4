// The fingerprint of the vote, to be compared before it opens: the same at every member, at the office and on the slips.
import { useText } from '../ui/i18n';
import { Grouped } from '../ui/grouped';
import { Notice } from '../ui/notices';
import { words } from './words';

export function Fingerprint({ text }: { text: string }) {
  const t = useText(words);
  return (
    <Notice title={t('fingerprintTitle')}>
      <p class="compare">
        <Grouped text={text} />
      </p>
      <p>{t('fingerprintText')}</p>
    </Notice>
  );
}
