// The closed box as all who count compare it: how many ballots, and the hash of everything up to the encrypted tally, in
// full and as four words. The same on the screens of the chair and of each member.
import { formatCount, wordLine } from './format';
import { Grouped } from './grouped';
import { useLanguage, useText } from './i18n';
import { words } from './words';

interface BoxMarkProps {
  box: { readonly counted: number; readonly head: string };
}

export function BoxMark({ box }: BoxMarkProps) {
  const t = useText(words);
  const language = useLanguage();
  return (
    <dl class="facts stacked box-mark">
      <dt>{t('boxCounted')}</dt>
      <dd class="box-count">{formatCount(box.counted, language)}</dd>
      <dt>{t('boxMark')}</dt>
      <dd class="compare">
        {wordLine(box.head)}
        <br />
        <Grouped text={box.head} />
      </dd>
    </dl>
  );
}
