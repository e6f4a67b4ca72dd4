// The figures of one person in a vote: bar, counts with percentages, what was not counted, the band with its article.

import type { Band, Base, Counts, Percents } from '../office/contract';
import { baseWords } from '../office/codes';
import { useRead, useSay } from '../office/say';
import { formatPercent } from '../ui/format';
import { useLanguage } from '../ui/i18n';
import { LevelBar, LevelSwatch } from '../ui/level_bar';

interface FiguresProps {
  counts: Counts;
  percent: Percents;
  notCounted: number;
  base: Base;
  band: Band | null;
}

export function Figures({ counts, percent, notCounted, base, band }: FiguresProps) {
  const say = useSay();
  const language = useLanguage();
  const names = { high: say('cao', 'high'), trust: say('tín nhiệm', 'trust'), low: say('thấp', 'low') };
  return (
    <>
      <LevelBar counts={counts} base={base.number} />
      <ul class="figures">
        {(['high', 'trust', 'low'] as const).map((level) => (
          <li key={level}>
            <LevelSwatch level={level} /> {names[level]} <strong>{counts[level]}</strong> · <span class="nowrap">{formatPercent(percent[level], language)}</span>
          </li>
        ))}
        <li>
          {say('không tính', 'not counted')} <strong>{notCounted}</strong>
        </li>
      </ul>
      {band && <BandNote band={band} />}
    </>
  );
}

export function BandNote({ band }: { band: Band }) {
  const read = useRead();
  return (
    <p class="band">
      <span aria-hidden="true">▲ </span>
      {read(band)} <span class="note">({band.article})</span>
    </p>
  );
}

export function BaseNote({ base }: { base: Base }) {
  const say = useSay();
  const read = useRead();
  return <>{say(`Tỷ lệ tính trên ${baseWords[base.kind].vi}: ${base.number}.`, `Shares of the ${read(baseWords[base.kind])}: ${base.number}.`)}</>;
}
