// The result of a vote: the balance, then one row a person.

import { useState } from 'preact/hooks';
import { BoxMark } from '../ui/box_mark';
import { Button, ChoiceGroup } from '../ui/controls';
import { formatDay } from '../ui/format';
import { LevelLegend } from '../ui/level_bar';
import * as client from '../office/client';
import type { VoteResult } from '../office/contract';
import { Frame } from '../office/frame';
import type { PageProps } from '../office/pages';
import { useSay } from '../office/say';
import { Loaded, useLoad } from '../office/state';
import type { Claim } from './compare';
import { BaseNote, Figures } from './figures';
import { Recheck } from './recheck';
import { sorted, type Sorting } from './sorting';
import { TopAction } from '../office/top_action';

export function ResultPage({ params }: PageProps) {
  const say = useSay();
  const uuid = params['vote']!;
  const load = useLoad(() => client.result(uuid), uuid);
  const result = load.data;
  return (
    <Frame
      wide
      trail={[{ href: `#/votes/${encodeURIComponent(uuid)}`, label: result?.name ?? say('Lấy phiếu tín nhiệm', 'Confidence vote') }]}
      title={say('Kết quả lấy phiếu tín nhiệm', 'Result of the confidence vote')}
      subtitle={result && `${result.name} · ${formatDay(result.day)}`}
    >
      <Loaded load={load}>{(known) => <Result result={known} />}</Loaded>
    </Frame>
  );
}

export function Balance({ balance }: { balance: VoteResult['balance'] }) {
  const say = useSay();
  const parts: [string, number][] = [
    [say('triệu tập', 'summoned'), balance.summoned],
    [say('có mặt', 'present'), balance.present],
    [say('phát ra', 'issued'), balance.issued],
    [say('thu về', 'collected'), balance.collected],
    [say('hợp lệ', 'valid'), balance.valid],
    [say('không hợp lệ', 'invalid'), balance.invalid],
  ];
  return (
    <ul class="balance">
      {parts.map(([name, number]) => (
        <li key={name}>
          {name} <strong>{number}</strong>
        </li>
      ))}
    </ul>
  );
}

function Result({ result }: { result: VoteResult }) {
  const say = useSay();
  const [by, setBy] = useState<Sorting>('ballot');
  const claims: Claim[] = result.persons.map((person) => ({
    uuid: result.uuid,
    question: person.question,
    counts: person.counts,
    not_counted: person.not_counted,
    archive_hash: result.archive_hash,
    fingerprint: result.fingerprint,
    name: person.name,
  }));
  return (
    <>
      <Balance balance={result.balance} />
      <p>
        <BaseNote base={result.base} />
      </p>
      <div class="no-print sorting">
        <ChoiceGroup<Sorting>
          legend={say('Sắp xếp', 'Order')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'ballot', label: say('Như trên phiếu', 'As on the ballot') },
            { value: 'high', label: say('Tín nhiệm cao nhiều nhất', 'Most high trust') },
            { value: 'low', label: say('Tín nhiệm thấp nhiều nhất', 'Most low trust') },
          ]}
        />
      </div>
      <LevelLegend />
      <ol class="results">
        {sorted(result.persons, by).map((person) => (
          <li key={person.question}>
            <p class="result-name">
              {person.name} <span class="note">{person.post}</span>
            </p>
            <Figures counts={person.counts} percent={person.percent} notCounted={person.not_counted} base={result.base} band={person.band} />
          </li>
        ))}
      </ol>
      <BoxMark box={result.box} />
      <Recheck claims={claims} />
      <p class="no-print">
        <Button onClick={() => window.print()}>{say('In trang này', 'Print this page')}</Button>
      </p>
      <TopAction>
        <a class="button main" href={`#/votes/${encodeURIComponent(result.uuid)}/minutes`}>
          {say('Biên bản kiểm phiếu', 'Minutes of the count')}
        </a>
      </TopAction>
    </>
  );
}
