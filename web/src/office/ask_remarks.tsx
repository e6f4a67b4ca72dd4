// Choosing whom to ask the residence committees about, and who is exempt with which reason.

import { useState } from 'preact/hooks';
import { Button, Check, Field, Select } from '../ui/controls';
import * as client from './client';
import { exemptWords } from './codes';
import type { CampaignDetail, CampaignPerson, ExemptReason } from './contract';
import { DayField } from './day_field';
import { isComplete, requestsOf, type Choice } from './remark_lines';
import { useRead, useSay } from './say';
import { Failure, useDoing } from './state';

interface AskProps {
  campaign: CampaignDetail;
  people: CampaignPerson[];
  onAsked: (count: number) => void;
}

export function AskForRemarks({ campaign, people, onAsked }: AskProps) {
  const say = useSay();
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [due, setDue] = useState(campaign.remark_due);
  const doing = useDoing();
  const choose = (id: string, choice: Choice | null) => {
    const next = new Map(choices);
    if (choice) next.set(id, choice);
    else next.delete(id);
    setChoices(next);
  };
  const all = choices.size === people.length;
  const send = () =>
    void doing.run(async () => {
      const made = await client.askForRemarks(campaign.id, due, requestsOf(choices));
      onAsked(made.length);
    });
  return (
    <section>
      <h2>{say(`Chưa xin (${people.length})`, `Not asked yet (${people.length})`)}</h2>
      <p>{say('Chọn người cần xin nhận xét. Ai được miễn thì chọn lý do.', 'Choose whom to ask about. For those exempt choose the reason.')}</p>
      <Check
        checked={all}
        onChange={() => setChoices(all ? new Map() : new Map(people.map((person) => [person.person_id, choices.get(person.person_id) ?? { kind: 'ask' }])))}
        label={say('Tất cả', 'All')}
      />
      <ul class="rows">
        {people.map((person) => (
          <PersonLine key={person.person_id} person={person} choice={choices.get(person.person_id) ?? null} onChoose={(choice) => choose(person.person_id, choice)} />
        ))}
      </ul>
      <div class="narrow">
        <DayField label={say('Hạn gửi nhận xét', 'Due day')} value={due} onChange={setDue} />
      </div>
      <Failure doing={doing} kept={say('Chưa gửi yêu cầu nào; lựa chọn vẫn còn trên trang.', 'Nothing was sent; your choices are still here.')} />
      <p>
        <Button kind="main" onClick={send} disabled={!isComplete(choices) || due === ''} busy={doing.busy}>
          {choices.size > 0 ? say(`Gửi yêu cầu cho ${choices.size} người`, `Send for ${choices.size} people`) : say('Gửi yêu cầu', 'Send')}
        </Button>
      </p>
    </section>
  );
}

interface LineProps {
  person: CampaignPerson;
  choice: Choice | null;
  onChoose: (choice: Choice | null) => void;
}

function PersonLine({ person, choice, onChoose }: LineProps) {
  const say = useSay();
  const read = useRead();
  const exempt = choice?.kind === 'exempt' ? choice.exempt : null;
  const withReason = (reason: string) =>
    onChoose(reason === '' ? { kind: 'ask' } : { kind: 'exempt', exempt: { reason: reason as ExemptReason, ...(exempt?.note ? { note: exempt.note } : {}) } });
  return (
    <li>
      <Check
        checked={choice !== null}
        onChange={(on) => onChoose(on ? { kind: 'ask' } : null)}
        label={
          <>
            {person.name} <span class="note">{person.post}, {person.unit_name}</span>
          </>
        }
      />
      {choice && (
        <div class="indented">
          <Select
            label={say(`Xin nhận xét hay miễn: ${person.name}`, `Ask or exempt: ${person.name}`)}
            value={exempt?.reason ?? ''}
            onChange={withReason}
            options={[
              { value: '', label: say('Xin nhận xét', 'Ask for a remark') },
              ...(Object.keys(exemptWords) as ExemptReason[]).map((reason) => ({ value: reason, label: `${say('Miễn', 'Exempt')}: ${read(exemptWords[reason])}` })),
            ]}
          />
          {exempt && (
            <Field
              label={say('Ghi chú về lý do miễn', 'Note on the reason')}
              value={exempt.note ?? ''}
              onInput={(note) => onChoose({ kind: 'exempt', exempt: { reason: exempt.reason, note } })}
              required={exempt.reason === 'other'}
            />
          )}
        </div>
      )}
    </li>
  );
}
