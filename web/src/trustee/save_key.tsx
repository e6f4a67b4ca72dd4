// Saves a key file and makes sure of it before anything depends on it: the next step is offered
// only after the download, and the person has looked.
import { useState } from 'preact/hooks';
import { Button, Check } from '../ui/controls';
import { useText } from '../ui/i18n';
import { Notice } from '../ui/notices';
import { Actions, StepHeading } from '../ui/page';
import { saveText } from '../ui/save_file';
import { words } from './words';

interface SaveKeyProps {
  title: string;
  text: string;
  name: string;
  file: string;
  onSaved: () => void;
}

export function SaveKey({ title, text, name, file, onSaved }: SaveKeyProps) {
  const t = useText(words);
  const [started, setStarted] = useState(false);
  const [seen, setSeen] = useState(false);
  return (
    <section>
      <StepHeading>{title}</StepHeading>
      <p>{text}</p>
      <Notice kind="warning">{t('warning')}</Notice>
      <Button
        kind={started ? 'plain' : 'main'}
        onClick={() => {
          saveText(name, file);
          setStarted(true);
        }}
      >
        {t('saveFile')}
      </Button>
      <Check label={t('savedCheck', { name })} checked={seen} disabled={!started} onChange={setSeen} />
      <Actions>
        <Button kind={started ? 'main' : 'plain'} disabled={!seen} onClick={onSaved}>
          {t('proceed')}
        </Button>
      </Actions>
    </section>
  );
}
