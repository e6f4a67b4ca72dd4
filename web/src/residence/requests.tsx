// The residence committee's list: first what still needs a remark, then what was sent.

import { useState } from 'preact/hooks';
import { Field } from '../ui/controls';
import { formatDay } from '../ui/format';
import { useInfo } from '../ui/mount';
import * as client from '../office/client';
import type { ResidenceRequest } from '../office/contract';
import { daysUntil } from '../office/day';
import { Frame } from '../office/frame';
import { matches } from '../office/name_filter';
import { useSay } from '../office/say';
import { Empty, Loaded, useLoad } from '../office/state';

export function ResidenceRequests() {
  const say = useSay();
  const load = useLoad(client.residenceRequests, 'requests');
  return (
    <Frame
      title={say('Nhận xét người cư trú', 'Remarks on residents')}
      subtitle={say('Viết nhận xét cho từng người trong danh sách, trước hạn ghi ở mỗi dòng.', 'Write a remark on each person before the day at the line.')}
    >
      <Loaded load={load}>{(requests) => <Lists requests={requests} />}</Loaded>
    </Frame>
  );
}

function Lists({ requests }: { requests: ResidenceRequest[] }) {
  const say = useSay();
  const [name, setName] = useState('');
  const shown = requests.filter((request) => matches(request.person.name, name));
  const open = shown.filter((request) => request.state === 'asked').sort((a, b) => a.due.localeCompare(b.due));
  const sent = shown.filter((request) => request.state === 'received' || request.state === 'late');
  if (requests.length === 0) {
    return (
      <Empty>
        <p>{say('Hiện không có ai cần nhận xét. Khi cơ quan gửi yêu cầu, tên người sẽ hiện ở đây.', 'Nobody needs a remark at present. Requests appear here.')}</p>
      </Empty>
    );
  }
  return (
    <>
      <div role="search">
        <Field label={say('Tìm theo tên', 'Search by name')} type="search" value={name} onInput={setName} />
      </div>
      <section>
        <h2>{say(`Cần nhận xét (${open.length})`, `To write (${open.length})`)}</h2>
        {open.length === 0 ? (
          <Empty>
            <p>{name ? say('Không có ai khớp với tên đang tìm.', 'Nobody matches.') : say('Đã gửi đủ. Không còn ai cần nhận xét.', 'All sent. Nobody is left.')}</p>
          </Empty>
        ) : (
          <ul class="rows">{open.map((request) => <Line key={request.id} request={request} />)}</ul>
        )}
      </section>
      <section>
        <h2>{say(`Đã gửi (${sent.length})`, `Sent (${sent.length})`)}</h2>
        {sent.length === 0 ? (
          <Empty>
            <p>{say('Chưa gửi nhận xét nào.', 'Nothing was sent yet.')}</p>
          </Empty>
        ) : (
          <ul class="rows">{sent.map((request) => <Line key={request.id} request={request} />)}</ul>
        )}
      </section>
    </>
  );
}

function Line({ request }: { request: ResidenceRequest }) {
  const say = useSay();
  const today = useInfo()?.today;
  const left = today ? daysUntil(request.due, today) : null;
  return (
    <li>
      <a href={`#/residence/${encodeURIComponent(request.id)}`}>{request.person.name}</a>
      <p class="note">
        {request.person.post}, {request.person.workplace}
        <br />
        {request.sent
          ? say(`Đã gửi ngày ${formatDay(request.sent.day)}`, `Sent on ${formatDay(request.sent.day)}`) +
            (request.state === 'late' ? say(' (muộn)', ' (late)') : '') +
            (request.sent.version > 1 ? say(`, bản thứ ${request.sent.version}`, `, version ${request.sent.version}`) : '')
          : say(`Hạn ${formatDay(request.due)}`, `Due ${formatDay(request.due)}`) + dueText(left, say)}
        {!request.sent && request.draft && ` · ${say('đang viết dở', 'draft saved')}`}
      </p>
    </li>
  );
}

function dueText(left: number | null, say: (vi: string, en: string) => string): string {
  if (left === null) return '';
  if (left < 0) return say(` · đã quá hạn ${-left} ngày`, ` · ${-left} days overdue`);
  return left === 0 ? say(' · hôm nay', ' · today') : say(` · còn ${left} ngày`, ` · ${left} days left`);
}
