// The form with which the office or the committee states a fact: a topic, its fields, what would change, file it.

import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Field, Select } from '../ui/controls';
import { asApiError } from '../ui/api';
import { useLanguage } from '../ui/i18n';
import { Notice } from '../ui/notices';
import * as client from '../office/client';
import type { Entry, Unit } from '../office/contract';
import { DayField } from '../office/day_field';
import { useRead, useSay } from '../office/say';
import { Failure, useDoing } from '../office/state';
import { unitPath } from '../office/units';
import { EntryLink, FindingGroups } from './finding_list';
import { wouldCome, type Consequence, type RatingRules } from './findings';
import { LevelTag } from './verdict';
import { lacking, statementOf, typedOf, type Statement, type Topic, type TopicField, type Topics, type Typed } from './statement';

interface StateFactProps {
  topics: Topics;
  units: Unit[];
  entries: readonly Entry[];
  campaign: string;
  person: string;
  /** The topic chosen elsewhere on the page; `turn` changes with each choice. */
  wanted: { topic: string; turn: number } | null;
  onFiled: () => void;
}

export function StateFact({ topics, units, entries, campaign, person, wanted, onFiled }: StateFactProps) {
  const say = useSay();
  const read = useRead();
  const language = useLanguage();
  const doing = useDoing();
  const box = useRef<HTMLDetailsElement>(null);
  const [topicId, setTopicId] = useState('');
  const [typed, setTyped] = useState<Typed>({ own: '', values: {}, items: [] });
  const [turn, setTurn] = useState(0); // draws the fields anew for another topic
  const [shown, setShown] = useState<{ what: 'consequence'; consequence: Consequence } | { what: 'filed'; seq: number } | { what: 'lacking'; fields: string[] } | null>(null);
  const topic = topics.topics.find((each) => each.id === topicId) ?? null;

  const choose = (id: string) => {
    const next = topics.topics.find((each) => each.id === id) ?? null;
    const standing = entries.find((each) => each.kind === 'statement' && each.superseded_by === null && each.content['topic'] === id);
    setTopicId(id);
    setTyped(next ? typedOf((standing?.content as unknown as Statement | undefined) ?? null, next) : { own: '', values: {}, items: [] });
    setTurn((now) => now + 1);
    setShown(null);
    doing.clear();
  };
  useEffect(() => {
    if (!wanted) return;
    choose(wanted.topic);
    if (box.current) {
      box.current.open = true;
      box.current.scrollIntoView({ block: 'start' });
      box.current.querySelector<HTMLElement>('select')?.focus({ preventScroll: true });
    }
  }, [wanted?.turn]);

  const attempt = (work: (statement: Statement) => Promise<void>) => {
    if (!topic) return;
    const fields = lacking(topic, typed, language);
    setShown(fields.length > 0 ? { what: 'lacking', fields } : null);
    if (fields.length === 0) void doing.run(() => work(statementOf(topic, typed)));
  };
  const preview = () => attempt(async (statement) => setShown({ what: 'consequence', consequence: await client.whatIf(campaign, person, statement) }));
  const file = () =>
    attempt(async (statement) => {
      const { seq } = await client.stateFact(campaign, person, statement);
      choose('');
      setShown({ what: 'filed', seq });
      onFiled();
    });
  const change = (next: Typed) => {
    setTyped(next);
    if (shown?.what !== 'lacking') setShown(null);
  };
  const refused = doing.error === null ? null : (asApiError(doing.error).details as { field?: string; vi?: string; en?: string } | undefined);
  return (
    <details class="state-fact no-print" ref={box}>
      <summary>{say('Ghi số liệu, căn cứ', 'State a fact')}</summary>
      <p class="note">{say('Mỗi lần ghi là một mục mới của hồ sơ; mục cũ về cùng việc vẫn còn đó và được đánh dấu đã thay.', 'Each statement is a new entry of the file; an earlier one about the same topic stays and is marked as superseded.')}</p>
      <Select
        label={say('Mục', 'Topic')}
        value={topicId}
        onChange={choose}
        options={[{ value: '', label: say('Chọn mục', 'Choose a topic') }, ...topics.topics.map((each) => ({ value: each.id, label: read(each) }))]}
      />
      {topic && <TopicFields key={turn} topic={topic} typed={typed} units={units} onChange={change} />}
      {shown?.what === 'lacking' && (
        <Notice kind="error" title={say('Còn mục chưa ghi', 'Something is not filled in')}>
          <p>{shown.fields.join('; ')}</p>
        </Notice>
      )}
      {shown?.what === 'filed' && (
        <Notice kind="good" title={say(`Đã ghi thành mục ${shown.seq} của hồ sơ.`, `Filed as entry ${shown.seq}.`)}>
          <p>
            <EntryLink entry={String(shown.seq)} record={{ campaign, person }}>
              {say('Xem mục này trong diễn biến', 'See it in the timeline')}
            </EntryLink>
          </p>
        </Notice>
      )}
      {shown?.what === 'consequence' && <WhatChanges consequence={shown.consequence} rules={topics.rules} />}
      <Failure doing={doing} {...(refused?.vi ? { kept: `${refused.field ?? ''} ${say(refused.vi, refused.en ?? '')}`.trim() } : {})} />
      {topic && (
        <p class="links">
          <Button kind="main" busy={doing.busy} onClick={file}>
            {say('Ghi vào hồ sơ', 'File it')}
          </Button>
          <Button busy={doing.busy} onClick={preview}>
            {say('Xem trước thay đổi', 'What would change')}
          </Button>
        </p>
      )}
    </details>
  );
}

interface FieldsProps {
  topic: Topic;
  typed: Typed;
  units: Unit[];
  onChange: (typed: Typed) => void;
}

function TopicFields({ topic, typed, units, onChange }: FieldsProps) {
  const say = useSay();
  const items = topic.fields.some((field) => field.type === 'items');
  const setItem = (at: number, item: Record<string, string>) => onChange({ ...typed, items: typed.items.map((each, i) => (i === at ? item : each)) });
  // Numbers of items are never given again, so that what refers to one stays right.
  const nextId = () => String(typed.items.reduce((most, item) => Math.max(most, Number(item['id']) || 0), 0) + 1);
  return (
    <>
      {topic.open && <Field label={say('Nội dung số', 'Point number')} value={typed.own} onInput={(own) => onChange({ ...typed, own })} required />}
      <div class="pair">
        {topic.fields
          .filter((field) => field.type !== 'items')
          .map((field) => (
            <OneField key={field.id} field={field} units={units} value={typed.values[field.id] ?? ''} onChange={(value) => onChange({ ...typed, values: { ...typed.values, [field.id]: value } })} />
          ))}
      </div>
      {items && (
        <>
          {typed.items.length === 0 && <p class="note">{say('Danh sách đang trống; ghi như vậy nghĩa là không có.', 'The list is empty; filed like this it means that there are none.')}</p>}
          {typed.items.map((item, i) => (
            <fieldset class="item" key={item['id']}>
              <legend>{say(`Mục ${item['id']}`, `Item ${item['id']}`)}</legend>
              <div class="pair">
                {topic.item_fields.map((field) => (
                  <OneField key={field.id} field={field} units={units} value={item[field.id] ?? ''} onChange={(value) => setItem(i, { ...item, [field.id]: value })} />
                ))}
              </div>
              <Button kind="quiet" onClick={() => onChange({ ...typed, items: typed.items.filter((each) => each !== item) })}>
                {say(`Bỏ mục ${item['id']}`, `Remove item ${item['id']}`)}
              </Button>
            </fieldset>
          ))}
          <p>
            <Button onClick={() => onChange({ ...typed, items: [...typed.items, { id: nextId() }] })}>{say('Thêm một mục', 'Add an item')}</Button>
          </p>
        </>
      )}
    </>
  );
}

function OneField({ field, units, value, onChange }: { field: TopicField; units: Unit[]; value: string; onChange: (value: string) => void }) {
  const say = useSay();
  const read = useRead();
  const first = { value: '', label: field.required ? say('Chọn', 'Choose') : say('Chưa ghi', 'Not stated') };
  const label = read(field).replace(/^./u, (letter) => letter.toUpperCase());
  switch (field.type) {
    case 'day':
      return <DayField label={label} value={value} onChange={onChange} required={field.required} />;
    case 'choice':
      return <Select label={label} value={value} onChange={onChange} options={[first, ...field.options.map((each) => ({ value: each.id, label: read(each) }))]} />;
    case 'unit':
      return <Select label={label} value={value} onChange={onChange} options={[first, ...units.map((each) => ({ value: each.id, label: unitPath(units, each.id) }))]} />;
    default:
      return <Field label={label} value={value} onInput={onChange} required={field.required} />;
  }
}

function WhatChanges({ consequence, rules }: { consequence: Consequence; rules: RatingRules }) {
  const say = useSay();
  const read = useRead();
  const own = consequence.levels.filter((each) => each.file === consequence.file);
  const others = new Set(consequence.levels.filter((each) => each.file !== consequence.file).map((each) => each.file)).size;
  const come = wouldCome(consequence);
  const nothing = own.length === 0 && others === 0 && come.length === 0;
  return (
    <div class="what-if" role="status">
      <h3>{say('Nếu ghi như vậy', 'If filed like this')}</h3>
      {nothing && <p>{say('Không mức nào thay đổi.', 'No level changes.')}</p>}
      <ul class="plain">
        {own.map((each) => (
          <li key={each.level}>
            {read(rules.levels.find((level) => level.id === each.level)!)}: <LevelTag state={each.before} /> <span aria-hidden="true">→</span>
            <span class="hidden">{say('thành', 'becomes')}</span> <LevelTag state={each.after} />
          </li>
        ))}
      </ul>
      {others > 0 && <p>{say(`Mức còn có thể của ${others} người khác trong đơn vị cũng thay đổi.`, `Levels of ${others} others in the unit change too.`)}</p>}
      <FindingGroups findings={come} rules={rules} record={null} />
    </div>
  );
}
