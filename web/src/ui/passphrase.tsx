// A passphrase with a switch that shows it; typed blind passphrases are the ones that get lost.
import { useState } from 'preact/hooks';
import { Check, Field } from './controls';
import { useText } from './i18n';
import { words } from './words';

interface PassphraseProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  error?: string | null;
  /** A second field, typed again, that the same switch shows. */
  again?: { label: string; value: string; onInput: (value: string) => void; error?: string | null };
}

export function Passphrase({ label, value, onInput, hint, error, again }: PassphraseProps) {
  const [shown, setShown] = useState(false);
  const t = useText(words);
  return (
    <>
      <Field label={label} type={shown ? 'text' : 'password'} value={value} onInput={onInput} hint={hint} error={error} code />
      {again && <Field {...again} type={shown ? 'text' : 'password'} code />}
      <Check label={t('show')} checked={shown} onChange={setShown} />
    </>
  );
}
