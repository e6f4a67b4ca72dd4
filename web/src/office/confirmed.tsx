// A button for what cannot be undone: it says first what will happen.

import { useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { Dialog } from '../ui/dialog';
import { useSay } from './say';
import { Failure, useDoing } from './state';

interface ConfirmedProps {
  label: string;
  title: string;
  text: string;
  run: () => Promise<void>;
  disabled?: boolean;
  quiet?: boolean;
}

export function Confirmed({ label, title, text, run, disabled = false, quiet = false }: ConfirmedProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const doing = useDoing();
  const go = async () => {
    if (await doing.run(run)) setOpen(false);
  };
  return (
    <>
      <p>
        <Button
          kind={quiet ? 'quiet' : 'main'}
          disabled={disabled}
          onClick={() => {
            doing.clear();
            setOpen(true);
          }}
        >
          {label}
        </Button>
      </p>
      <Dialog
        open={open}
        title={title}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="main" busy={doing.busy} onClick={() => void go()}>
              {label}
            </Button>
            <Button onClick={() => setOpen(false)}>{say('Thôi', 'Cancel')}</Button>
          </>
        }
      >
        <p>{text}</p>
        <Failure doing={doing} kept={say('Chưa có gì thay đổi.', 'Nothing has changed.')} />
      </Dialog>
    </>
  );
}
