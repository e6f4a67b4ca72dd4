// Residence remarks of a campaign: whom to ask, who is exempt and why, until when; and what came back.

import { useState } from 'preact/hooks';
import { Field } from '../ui/controls';
import { formatDay } from '../ui/format';
import { Notice } from '../ui/notices';
import { useAccount } from './account';
import { AskForRemarks } from './ask_remarks';
import { StateTag } from './channel_state';
import { Cell } from './cell';
import * as client from './client';
import { exemptWords } from './codes';
import type { RemarkRequest } from './contract';
import { Frame } from './frame';
import { matches } from './name_filter';
import type { PageProps } from './pages';
import { inOrder, notAsked } from './remark_lines';
import { isOffice } from './router';
import { useRead, useSay } from './say';
import { Empty, Loaded, useLoad } from './state';

export function Remarks({ params }: PageProps) {
  const say = useSay();
  const office = isOffice(useAccount());
  const id = params['campaign']!;
  const load = useLoad(() => Promise.all([client.campaign(id), client.campaignPeople(id), client.remarkRequests(id)]), id);
  const campaign = load.data?.[0];
  const [done, setDone] = useState(0);
  return (
    <Frame
      wide
      trail={[
        { href: '#/campaigns', label: say('Đợt đánh giá', 'Campaigns') },
        { href: `#/campaigns/${encodeURIComponent(id)}`, label: campaign?.name ?? '…' },
      ]}
      title={say('Nhận xét của cấp ủy nơi cư trú', 'Residence committee remarks')}
      subtitle={campaign && say(`Hạn của đợt: ${formatDay(campaign.remark_due)}`, `Due in this campaign: ${formatDay(campaign.remark_due)}`)}
    >
      <Loaded load={load}>
        {([detail, people, requests]) => {
          const left = notAsked(people, requests);
          return (
            <>
              {done > 0 && (
                <Notice
                  kind="good"
                  title={say(`Đã ghi ${done} người. Cấp ủy nơi cư trú thấy yêu cầu ngay khi đăng nhập.`, `${done} people noted. The residence committees see the requests when they sign in.`)}
                />
              )}
              {office && left.length > 0 && (
                <AskForRemarks
                  key={left.length}
                  campaign={detail}
                  people={left}
                  onAsked={(n) => {
                    setDone(n);
                    load.reload();
                  }}
                />
              )}
              <Requests requests={inOrder(requests)} campaignId={id} />
            </>
          );
        }}
      </Loaded>
    </Frame>
  );
}

function Requests({ requests, campaignId }: { requests: RemarkRequest[]; campaignId: string }) {
  const say = useSay();
  const read = useRead();
  const [name, setName] = useState('');
  const shown = requests.filter((request) => matches(`${request.name} ${request.committee?.name ?? ''}`, name));
  const overdue = requests.filter((request) => request.overdue).length;
  return (
    <section>
      <h2>{say(`Đã xin (${requests.length})`, `Asked (${requests.length})`)}</h2>
      {overdue > 0 && (
        <Notice
          kind="warning"
          title={say(`${overdue} nhận xét đã quá hạn; xếp ở đầu danh sách.`, `${overdue} remarks are overdue; they stand first.`)}
        />
      )}
      {requests.length === 0 ? (
        <Empty>
          <p>{say('Chưa xin nhận xét cho ai.', 'Nobody was asked about yet.')}</p>
        </Empty>
      ) : (
        <>
          <div class="filters" role="search">
            <Field label={say('Tìm theo tên hoặc cấp ủy nơi cư trú', 'Search by name or committee')} type="search" value={name} onInput={setName} />
          </div>
          <div class="table">
            <table class="cards">
              <caption class="hidden">{say('Các yêu cầu nhận xét', 'Requests for remarks')}</caption>
              <thead>
                <tr>
                  <th>{say('Họ và tên', 'Name')}</th>
                  <th>{say('Cấp ủy nơi cư trú', 'Residence committee')}</th>
                  <th>{say('Trạng thái', 'State')}</th>
                  <th>{say('Hạn', 'Due')}</th>
                  <th>{say('Ngày nhận', 'Received')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((request) => (
                  <tr key={request.id}>
                    <td class="lead">
                      <a href={`#/records/${encodeURIComponent(campaignId)}/${encodeURIComponent(request.person_id)}`}>{request.name}</a>
                      <span class="note"> {request.post}</span>
                    </td>
                    <Cell label={say('Nơi cư trú', 'Residence')}>{request.committee?.name ?? '–'}</Cell>
                    <Cell label={say('Trạng thái', 'State')}>
                      {request.overdue ? <span class="tag late">! {say('Quá hạn', 'Overdue')}</span> : <StateTag state={request.state} />}
                      {request.exempt && (
                        <span class="note">
                          {' '}
                          {read(exemptWords[request.exempt.reason])}
                          {request.exempt.note ? `: ${request.exempt.note}` : ''}
                        </span>
                      )}
                    </Cell>
                    <Cell label={say('Hạn', 'Due')}>{request.due === null || request.state === 'exempt' ? '–' : formatDay(request.due)}</Cell>
                    <Cell label={say('Ngày nhận', 'Received')}>
                      {request.received_day ? formatDay(request.received_day) : '–'}
                      {request.versions > 1 && <span class="note"> {say(`(bản thứ ${request.versions})`, `(version ${request.versions})`)}</span>}
                    </Cell>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
