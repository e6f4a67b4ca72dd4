// For whom the QR code does not work: the credential typed by hand.
import { useState } from 'preact/hooks';
import { asApiError } from '../ui/api';
import { Button, Field } from '../ui/controls';
import { useLanguage, useText } from '../ui/i18n';
import { Actions, StepHeading } from '../ui/page';
import { words } from './words';

interface CodeEntryProps {
  /** What a QR code held but was refused, with the reason. */
  first?: { typed: string; problem: unknown };
  /** Refuses with a sentence, or takes the voter to the ballot. */
  onCode: (typed: string) => Promise<void>;
}

export function CodeEntry({ first, onCode }: CodeEntryProps) {
  const t = useText(words);
  const language = useLanguage();
  const [typed, setTyped] = useState(first?.typed ?? '');
  const [problem, setProblem] = useState<unknown>(first?.problem ?? null);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onCode(typed);
    } catch (fault) {
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <StepHeading>{t('codeTitle')}</StepHeading>
      <p>{t('codeText')}</p>
      <Field
        label={t('codeLabel')}
        hint={t('codeHint')}
        value={typed}
        onInput={(value) => {
          setTyped(value);
          setProblem(null);
        }}
        error={problem === null ? null : asApiError(problem).text(language)}
        code
      />
      <Actions>
        <Button kind="main" submit busy={busy}>
          {t('codeGo')}
        </Button>
      </Actions>
    </form>
  );
}
