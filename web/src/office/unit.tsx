// A unit in a campaign: how many may be rated best, what the regulation says, and everybody who is rated there.

import { FindingGroups, NeededList } from '../record/finding_list';
import { levelStates, type Cap, type UnitFindings } from '../record/findings';
import { Cell } from './cell';
import * as client from './client';
import { Frame } from './frame';
import type { PageProps } from './pages';
import { useRead, useSay, useTitle } from './say';
import { Empty, Loaded, useLoad } from './state';
import type { Sentence } from '../ui/i18n';

const tierWords: Record<UnitFindings['unit']['tier'], Sentence> = {
  cell: { vi: 'chi bộ (không có đơn vị bên dưới)', en: 'a cell (no unit below it)' },
  grassroots: { vi: 'cấp cơ sở (một tầng đơn vị bên dưới)', en: 'a grassroots body (one layer of units below it)' },
  above: { vi: 'cấp trên cơ sở (hai tầng đơn vị bên dưới)', en: 'a body above the grassroots (two layers below it)' },
  province: { vi: 'cấp tỉnh (từ ba tầng đơn vị bên dưới)', en: 'a province (three or more layers below it)' },
};

export function UnitPage({ params }: PageProps) {
  const say = useSay();
  const read = useRead();
  const title = useTitle();
  const campaign = params['campaign']!;
  const unit = params['unit']!;
  const load = useLoad(() => client.unitFindings(campaign, unit), `${campaign}/${unit}`);
  const found = load.data;
  return (
    <Frame
      wide
      trail={[
        { href: '#/campaigns', label: say('Đợt đánh giá', 'Campaigns') },
        { href: `#/campaigns/${encodeURIComponent(campaign)}`, label: found?.campaign_name ?? '…' },
      ]}
      title={found?.unit.name ?? say('Đơn vị', 'Unit')}
      subtitle={found && `${found.campaign_name} · ${say(`${found.people.length} người xếp loại ở đây`, `${found.people.length} people rated here`)}`}
    >
      <Loaded load={load}>
        {(verdict) => (
          <>
            <p class="note">
              {say('Theo', 'Under')} {verdict.rules.number}, {title(verdict.rules)}. {say('Được coi là', 'Taken for')} {read(tierWords[verdict.unit.tier])}.
            </p>
            <Caps verdict={verdict} campaign={campaign} />
            <section>
              <h2>{say('Việc của đơn vị', 'What concerns the unit')}</h2>
              {verdict.findings.length === 0 && <p>{say('Không có điều gì phải lưu ý.', 'Nothing to be noted.')}</p>}
              <FindingGroups findings={verdict.findings} rules={verdict.rules} record={null} />
              {verdict.not_applied.length > 0 && (
                <details class="finding-group">
                  <summary>
                    {say('Chưa đủ dữ liệu để xét', 'Not enough data to tell')} ({verdict.not_applied.length})
                  </summary>
                  <NeededList notApplied={verdict.not_applied} rules={verdict.rules} />
                </details>
              )}
            </section>
            <People verdict={verdict} campaign={campaign} />
          </>
        )}
      </Loaded>
    </Frame>
  );
}

const recordOf = (campaign: string, person: string) => `#/records/${encodeURIComponent(campaign)}/${encodeURIComponent(person)}`;

function Caps({ verdict, campaign }: { verdict: UnitFindings; campaign: string }) {
  const say = useSay();
  const read = useRead();
  if (verdict.caps.length === 0) return null;
  const level = (cap: Cap) => {
    const named = verdict.rules.levels.find((each) => each.id === cap.level);
    return named ? read(named) : cap.level;
  };
  return (
    <section>
      <h2>{say('Số được xếp mức cao nhất', 'How many may have the best level')}</h2>
      {verdict.counted_with && (
        <p class="note">
          {say(
            `Cá nhân được tính chung trong cả tổ chức cơ sở đảng: ${verdict.counted_with.name}.`,
            `Persons are counted over the whole grassroots organisation: ${verdict.counted_with.name}.`,
          )}
        </p>
      )}
      <div class="table">
        <table class="cards caps">
          <caption class="hidden">{say('Giới hạn số người ở một mức', 'Limits of a level')}</caption>
          <thead>
            <tr>
              <th>{say('Mức', 'Level')}</th>
              <th>{say('Đang xếp', 'At it now')}</th>
              <th>{say('Tối đa', 'At most')}</th>
              <th>{say('Tính trên', 'Taken of')}</th>
              <th>{say('Còn lại', 'Left')}</th>
              <th>{say('Ai đang xếp, đang xét', 'Who has it, who asks for it')}</th>
            </tr>
          </thead>
          <tbody>
            {verdict.caps.map((cap) => (
              <tr key={`${cap.rule} ${cap.group} ${cap.subject} ${cap.level}`}>
                <td class="lead">
                  {level(cap)}
                  {cap.group && <span class="note">{say(`nhóm ${cap.group}`, `group ${cap.group}`)}</span>}
                </td>
                <Cell label={say('Đang xếp', 'At it now')}>{cap.used}</Cell>
                <Cell label={say('Tối đa', 'At most')}>{cap.most}</Cell>
                <Cell label={say('Tính trên', 'Taken of')}>
                  {cap.base}
                  {cap.open > 0 && <span class="note"> {say(`(${cap.open} người chưa có mức)`, `(${cap.open} without a level yet)`)}</span>}
                </Cell>
                <Cell label={say('Còn lại', 'Left')}>{cap.free < 0 ? say(`× vượt ${-cap.free}`, `× ${-cap.free} too many`) : cap.free}</Cell>
                <Cell label={say('Đang xếp, đang xét', 'Has it, asks for it')} long>
                  <Names files={cap.have} verdict={verdict} campaign={campaign} word={say('đang xếp', 'has it')} />
                  <Names files={cap.compete} verdict={verdict} campaign={campaign} word={say('tự nhận', 'claims it')} />
                  {cap.have.length + cap.compete.length === 0 && say('Chưa có ai', 'Nobody')}
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Names({ files, verdict, campaign, word }: { files: string[]; verdict: UnitFindings; campaign: string; word: string }) {
  if (files.length === 0) return null;
  const here = verdict.people.map((person) => ({ ...person, unit: '' }));
  return (
    <ul class="cap-names">
      {[...here, ...verdict.elsewhere]
        .filter((person) => files.includes(person.file))
        .map((person) => (
          <li key={person.file}>
            <a href={recordOf(campaign, person.person_id)}>{person.name}</a>{' '}
            <span class="note">
              ({word}
              {person.unit && `, ${person.unit}`})
            </span>
          </li>
        ))}
    </ul>
  );
}

function People({ verdict, campaign }: { verdict: UnitFindings; campaign: string }) {
  const say = useSay();
  const read = useRead();
  const level = (id: string) => {
    const named = verdict.rules.levels.find((each) => each.id === id);
    return named ? read(named) : id;
  };
  return (
    <section>
      <h2>{say('Người xếp loại ở đây', 'People rated here')}</h2>
      {verdict.people.length === 0 ? (
        <Empty>
          <p>{say('Không ai có chức vụ chính ở đơn vị này.', 'Nobody has the main post in this unit.')}</p>
        </Empty>
      ) : (
        <div class="table">
          <table class="cards">
            <caption class="hidden">{say('Người xếp loại ở đây và điều phải làm', 'People rated here and what has to be done')}</caption>
            <thead>
              <tr>
                <th>{say('Họ và tên', 'Name')}</th>
                <th>{say('Đề nghị hoặc quyết định', 'Proposed or decided')}</th>
                <th>{say('Mức không được', 'Not possible')}</th>
                <th>{say('Còn thiếu', 'Missing')}</th>
                <th>{say('Lưu ý', 'Notes')}</th>
                <th>{say('Chưa xét được', 'Not told')}</th>
              </tr>
            </thead>
            <tbody>
              {verdict.people.map((person) => {
                const forbidden = person.levels.filter((each) => each.state === 'forbidden').map((each) => level(each.level));
                return (
                  <tr key={person.person_id}>
                    <td class="lead">
                      <a href={recordOf(campaign, person.person_id)}>{person.name}</a>
                      <span class="note">{person.post}</span>
                    </td>
                    <Cell label={say('Mức', 'Level')}>{!person.rated ? say('không xếp loại', 'not rated') : person.level ? level(person.level) : say('chưa có', 'none yet')}</Cell>
                    <Cell label={`${levelStates.forbidden.mark} ${say('Không được', 'Not possible')}`}>{forbidden.length > 0 ? forbidden.join('; ') : '–'}</Cell>
                    <Cell label={say('Còn thiếu', 'Missing')}>{person.counts.missing}</Cell>
                    <Cell label={say('Lưu ý', 'Notes')}>{person.counts.warns + person.counts['would-break']}</Cell>
                    <Cell label={say('Chưa xét được', 'Not told')}>{person.counts['not-applied']}</Cell>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
