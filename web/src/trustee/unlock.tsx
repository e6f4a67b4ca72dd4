// Key file and passphrase → the secrets in it, after making sure that the file is of this member,
// vote and ceremony.
import { useState } from 'preact/hooks';
import type { Protocol } from '../protocol/client';
import { readKeyfileLabel, type KeyfileSecrets } from '../protocol/keyfile';
import { ApiError } from '../ui/api';
import { Button, FilePick } from '../ui/controls';
import { useText } from '../ui/i18n';
import { ErrorNotice, Progress } from '../ui/notices';
import { Actions, StepHeading } from '../ui/page';
import { Passphrase } from '../ui/passphrase';
import { belongs, type TrusteeStatus } from './status';
import { words } from './words';

interface UnlockProps {
  protocol: Protocol;
  status: TrusteeStatus;
  title: string;
  text: string;
  action: string;
  onOpen: (secrets: KeyfileSecrets, passphrase: string) => void;
}

export function Unlock({ protocol, status, title, text, action, onOpen }: UnlockProps) {
  const t = useText(words);
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);

  const open = async () => {
    setError(null);
    if (!file) return setError(new ApiError({ status: 1, code: 'key-file-missing', ...words.noFile }));
    setProgress(0);
    try {
      const content = await file.text();
      // The label is looked at first: a wrong file needs no passphrase to be told apart.
      if (!belongs(readKeyfileLabel(content), status)) throw new ApiError({ status: 1, code: 'key-file-other', ...words.otherFile });
      const { secrets } = await protocol.run('openKeyfile', { file: content, passphrase }, { progress: ({ done }) => setProgress(done) });
      onOpen(secrets, passphrase);
    } catch (fault) {
      setError(fault);
    } finally {
      setProgress(null);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (progress === null) void open();
      }}
    >
      <StepHeading>{title}</StepHeading>
      <p>{text}</p>
      <FilePick label={t('keyFile')} accept=".json,application/json" chosen={file?.name ?? null} onFile={setFile} />
      <Passphrase label={t('passphrase')} value={passphrase} onInput={setPassphrase} />
      {progress !== null && <Progress label={t('opening')} value={progress} />}
      {error !== null && <ErrorNotice error={error} kept={t('fileKept')} next={t('fileNext')} />}
      <Actions>
        <Button kind="main" submit busy={progress !== null}>
          {action}
        </Button>
      </Actions>
    </form>
  );
}
