// Summoned, present, issued: the numbers that the chair reads out, checked before they are sent.

import { useState } from 'preact/hooks';
import { Button, Field } from '../ui/controls';
import { Notice } from '../ui/notices';
import { useKeptFocus } from '../ui/view';
import * as client from './client';
import type { Vote } from './contract';
import { useSay } from './say';
import { Failure, useDoing } from './state';
import { hasQuorum } from './vote_words';

interface AttendanceProps {
  vote: Vote;
  mayChange: boolean;
  onChange: (vote: Vote) => void;
}

export function AttendanceForm({ vote, mayChange, onChange }: AttendanceProps) {
  const known = vote.attendance;
  const [editing, setEditing] = useState(known === null);
  const place = useKeptFocus<HTMLDivElement>(editing);
  return (
    <div ref={place}>
      {editing && mayChange ? (
        <Numbers
          vote={vote}
          onSaved={(changed) => {
            setEditing(false);
            onChange(changed);
          }}
        />
      ) : (
        <Known vote={vote} {...(mayChange ? { onEdit: () => setEditing(true) } : {})} />
      )}
    </div>
  );
}

function Known({ vote, onEdit }: { vote: Vote; onEdit?: () => void }) {
  const say = useSay();
  const known = vote.attendance;
  return (
    <>
      <dl class="facts short">
        <dt>{say('Triệu tập', 'Summoned')}</dt>
        <dd>{known?.summoned ?? '–'}</dd>
        <dt>{say('Có mặt', 'Present')}</dt>
        <dd>{known?.present ?? '–'}</dd>
        <dt>{say('Phát ra', 'Issued')}</dt>
        <dd>{known?.issued ?? '–'}</dd>
      </dl>
      {known && !hasQuorum(known.present, known.summoned) && <NoQuorum />}
      {onEdit && (
        <Button kind="quiet" onClick={onEdit}>
          {say('Sửa số có mặt, phát ra', 'Change the numbers')}
        </Button>
      )}
    </>
  );
}

function NoQuorum() {
  const say = useSay();
  return (
    <Notice kind="warning" title={say('Chưa đủ 2/3 số triệu tập có mặt, nên chưa mở bỏ phiếu được.', 'Fewer than 2/3 of those summoned are present; the vote cannot open yet.')} />
  );
}

function Numbers({ vote, onSaved }: { vote: Vote; onSaved: (vote: Vote) => void }) {
  const say = useSay();
  const known = vote.attendance;
  const [summoned, setSummoned] = useState(String(known?.summoned ?? ''));
  const [present, setPresent] = useState(String(known?.present ?? ''));
  const [issued, setIssued] = useState(String(known?.issued ?? ''));
  const doing = useDoing();
  const opened = vote.state !== 'setup' && vote.state !== 'ready';
  const [s, p, i] = [summoned, present, issued].map((text) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN)) as [number, number, number];
  const presentError = p > s ? say('Không thể nhiều hơn số triệu tập.', 'Not more than were summoned.') : opened && known && p < known.present ? say('Sau khi mở, số này chỉ tăng.', 'After opening this can only grow.') : null;
  const issuedError =
    i > p
      ? say('Không thể nhiều hơn số có mặt.', 'Not more than are present.')
      : i > vote.slips.count
        ? say(`Chỉ in ${vote.slips.count} phiếu.`, `Only ${vote.slips.count} slips were made.`)
        : opened && known && i < known.issued
          ? say('Sau khi mở, số này chỉ tăng.', 'After opening this can only grow.')
          : null;
  const good = s > 0 && p >= 0 && i >= 0 && !presentError && !issuedError;
  const save = (event: Event) => {
    event.preventDefault();
    if (!good) return;
    void doing.run(async () => onSaved(await client.setAttendance(vote.uuid, { summoned: s, present: p, issued: i })));
  };
  return (
    <form class="numbers" onSubmit={save}>
      <Field label={say('Triệu tập', 'Summoned')} type="number" value={summoned} onInput={setSummoned} disabled={opened} required />
      <Field label={say('Có mặt', 'Present')} type="number" value={present} onInput={setPresent} error={presentError} required />
      <Field label={say('Phát ra', 'Issued')} type="number" value={issued} onInput={setIssued} error={issuedError} required />
      {good && !hasQuorum(p, s) && <NoQuorum />}
      <Failure doing={doing} kept={say('Số cũ vẫn giữ nguyên.', 'The earlier numbers stay.')} />
      <p>
        <Button submit kind={known ? 'plain' : 'main'} disabled={!good} busy={doing.busy}>
          {say('Lưu số liệu', 'Save the numbers')}
        </Button>
      </p>
    </form>
  );
}
