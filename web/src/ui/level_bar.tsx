// Levels as shares of the base: high solid, trust hatched, low dotted, the rest empty, so that the
// bar says the same on a black and white print. SVG, because browsers print no backgrounds.
import { useId } from 'preact/hooks';
import { useText } from './i18n';
import { words } from './words';

export interface LevelCounts {
  high: number;
  trust: number;
  low: number;
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-trust`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="level-paper" width="6" height="6" />
        <rect class="level-ink" width="2.4" height="6" />
      </pattern>
      <pattern id={`${id}-low`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="level-paper" width="6" height="6" />
        <circle class="level-ink" cx="3" cy="3" r="1.4" />
      </pattern>
    </defs>
  );
}

/** base ≥ high + trust + low; what is missing to the base stays empty. */
export function LevelBar({ counts, base }: { counts: LevelCounts; base: number }) {
  const id = useId();
  const t = useText(words);
  const width = 600;
  const unit = base > 0 ? width / base : 0;
  const rest = Math.max(0, base - counts.high - counts.trust - counts.low);
  const [a, b, c] = [counts.high * unit, counts.trust * unit, counts.low * unit];
  return (
    <svg class="level-bar" viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" role="img" aria-label={t('bar', { ...counts, rest })}>
      <Patterns id={id} />
      <rect class="level-ink" x="0" y="0" width={a} height="24" />
      <rect fill={`url(#${id}-trust)`} x={a} y="0" width={b} height="24" />
      <rect fill={`url(#${id}-low)`} x={a + b} y="0" width={c} height="24" />
      <rect class="level-frame" x="0.5" y="0.5" width={width - 1} height="23" />
    </svg>
  );
}

/** The small square beside a level's name. */
export function LevelSwatch({ level }: { level: keyof LevelCounts }) {
  const id = useId();
  return (
    <svg class="level-swatch" viewBox="0 0 18 18" aria-hidden="true">
      <Patterns id={id} />
      <rect class={level === 'high' ? 'level-ink' : undefined} fill={level === 'high' ? undefined : `url(#${id}-${level})`} width="18" height="18" />
      <rect class="level-frame" x="0.5" y="0.5" width="17" height="17" />
    </svg>
  );
}

export function LevelLegend() {
  const t = useText(words);
  return (
    <ul class="level-legend">
      <li>
        <LevelSwatch level="high" /> {t('high')}
      </li>
      <li>
        <LevelSwatch level="trust" /> {t('trust')}
      </li>
      <li>
        <LevelSwatch level="low" /> {t('low')}
      </li>
    </ul>
  );
}
