// The record's section on levels: which are still possible, why not the others, and what has to be done.

import { useRead, useSay, useTitle } from '../office/say';
import { FindingGroups, FindingItems, NeededList, type RecordAddress } from './finding_list';
import { levelStates, whyNot, type FileFindings, type LevelState } from './findings';

interface VerdictProps {
  verdict: FileFindings;
  record: RecordAddress;
  /** The way to state a figure, for who may; null when no topic states it. */
  onState?: ((figure: string) => (() => void) | null) | undefined;
}

export function Verdict({ verdict, record, onState }: VerdictProps) {
  const say = useSay();
  const title = useTitle();
  const { rules, not_applied } = verdict;
  return (
    <section class="verdict" aria-labelledby="levels-still-possible">
      <h2 id="levels-still-possible">{say('Mức xếp loại còn có thể', 'Levels still possible')}</h2>
      <p class="note">
        {say('Theo', 'Under')} {rules.number}, {title(rules)}.{' '}
        {say('Mức xếp loại do người có thẩm quyền quyết định; phần này chỉ đối chiếu với quy định.', 'People decide the level; this only compares with the regulation.')}
      </p>
      {!verdict.rated && <p>{say('Theo quy định, hồ sơ này không xếp loại.', 'Under the regulation this file is not rated.')}</p>}
      {!verdict.caps_shown && (
        <p class="note">
          {say(
            'Giới hạn tỷ lệ của đơn vị không hiển thị ở đây: nhóm nhỏ, dễ nhận ra mức của người khác.',
            'The unit’s cap is not shown here: in a small group it would tell about others.',
          )}
        </p>
      )}
      <ul class="level-list">
        {verdict.levels.map((each) => (
          <LevelLine key={each.level} level={each.level} state={each.state} verdict={verdict} record={record} />
        ))}
      </ul>
      <FindingGroups findings={verdict.findings} rules={rules} record={record} />
      {not_applied.length > 0 && (
        <details class="finding-group">
          <summary>
            {say('Chưa đủ dữ liệu để xét', 'Not enough data to tell')} ({not_applied.length})
          </summary>
          <p class="note">{say('Những quy tắc này chưa xét được. Cần có:', 'These rules could not be applied. What is needed:')}</p>
          <NeededList notApplied={not_applied} rules={rules} onState={onState} />
        </details>
      )}
    </section>
  );
}

export function LevelTag({ state }: { state: LevelState }) {
  const read = useRead();
  const { mark, tone } = levelStates[state];
  return (
    <span class={`tag ${tone}`}>
      <span aria-hidden="true">{mark} </span>
      {read(levelStates[state])}
    </span>
  );
}

function LevelLine({ level, state, verdict, record }: { level: string; state: LevelState; verdict: FileFindings; record: RecordAddress }) {
  const say = useSay();
  const read = useRead();
  const named = verdict.rules.levels.find((each) => each.id === level);
  const why = whyNot(level, verdict);
  return (
    <li>
      <p class="spread">
        <span>
          {named ? read(named) : level}
          {verdict.level === level && <span class="note"> {say('(đang đề nghị hoặc đã quyết định)', '(proposed or decided)')}</span>}
        </span>
        <LevelTag state={state} />
      </p>
      {state !== 'possible' && (
        <details class="why-not">
          <summary>
            {state === 'forbidden' ? say('Vì sao không được?', 'Why not?') : say('Cần thêm gì?', 'What is needed?')}
            <span class="hidden"> {named ? read(named) : level}</span>
          </summary>
          {why.findings.length > 0 && <FindingItems findings={why.findings} rules={verdict.rules} record={record} />}
          {why.not_applied.length > 0 && <NeededList notApplied={why.not_applied} rules={verdict.rules} />}
        </details>
      )}
    </li>
  );
}
