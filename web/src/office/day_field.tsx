// A day, typed the way it is written here (5/12/2026), whatever language the browser speaks.

import { useState } from 'preact/hooks';
import { Field } from '../ui/controls';
import { formatDay, parseDay } from '../ui/format';
import { useSay } from './say';

interface DayProps {
  label: string;
  /** "2026-12-05", or '' while there is no proper day. */
  value: string;
  onChange: (day: string) => void;
  required?: boolean;
}

export function DayField({ label, value, onChange, required = true }: DayProps) {
  const say = useSay();
  const [typed, setTyped] = useState(() => formatDay(value));
  const wrong = typed.trim().length >= 8 && parseDay(typed) === null;
  return (
    <Field
      label={label}
      hint={say('ngày/tháng/năm, ví dụ 5/12/2026', 'day/month/year, for example 5/12/2026')}
      value={typed}
      onInput={(text) => {
        setTyped(text);
        onChange(parseDay(text) ?? '');
      }}
      error={wrong ? say('Không có ngày này.', 'There is no such day.') : null}
      required={required}
    />
  );
}
