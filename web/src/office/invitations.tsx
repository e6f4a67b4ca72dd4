// Links that let somebody without an account do one job: a member of the counting committee, the slip printer.

import { useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { useKeptFocus } from '../ui/view';
import * as client from './client';
import { trusteeWords } from './codes';
import type { Vote } from './contract';
import { useRead, useSay } from './say';
import { Failure, useDoing } from './state';

interface InvitationProps {
  label: string;
  /** Says for whom, to those who hear the page. */
  name?: string;
  ask: () => Promise<string>;
}

/** Makes a link and shows it once; the link made before it stops working. */
export function Invitation({ label, name, ask }: InvitationProps) {
  const say = useSay();
  const [link, setLink] = useState<string | null>(null);
  const place = useKeptFocus<HTMLDivElement>(link);
  const [copied, setCopied] = useState(false);
  const doing = useDoing();
  const make = () =>
    void doing.run(async () => {
      setLink(new URL(await ask(), location.origin).href);
      setCopied(false);
    });
  const copy = () =>
    void doing.run(async () => {
      await navigator.clipboard.writeText(link ?? '');
      setCopied(true);
    });
  return (
    <div class="invitation" ref={place}>
      {link === null ? (
        <Button onClick={make} busy={doing.busy} {...(name ? { label: `${label}: ${name}` } : {})}>
          {label}
        </Button>
      ) : (
        <>
          <p class="code link-shown">{link}</p>
          <p>
            <Button onClick={copy} busy={doing.busy} {...(name ? { label: `${say('Sao chép liên kết', 'Copy the link')}: ${name}` } : {})}>
              {say('Sao chép liên kết', 'Copy the link')}
            </Button>{' '}
            <span role="status">{copied && `✓ ${say('Đã chép', 'Copied')}`}</span>
          </p>
          <p class="note">{say('Chỉ gửi cho đúng người này. Liên kết tạo trước đây đã hết hiệu lực.', 'For this person only. Any earlier link no longer works.')}</p>
        </>
      )}
      <Failure doing={doing} />
    </div>
  );
}

export function Trustees({ vote, mayInvite }: { vote: Vote; mayInvite: boolean }) {
  const say = useSay();
  const read = useRead();
  return (
    <ul class="rows">
      {vote.trustees.map((trustee) => (
        <li key={trustee.index}>
          <p class="spread">
            <span>
              {trustee.name} <span class="note">{trustee.post}</span>
            </span>
            <span class="note">{read(trusteeWords[trustee.done])}</span>
          </p>
          {mayInvite && (
            <Invitation
              label={say('Tạo liên kết mời', 'Make the invitation link')}
              name={trustee.name}
              ask={() => client.invite(vote.uuid, { target: 'trustee', index: trustee.index })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
