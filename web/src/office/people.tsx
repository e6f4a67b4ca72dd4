// The list of people, with search. Names come from the import; nothing is edited here.

import { useEffect, useState } from 'preact/hooks';
import { Field, Select } from '../ui/controls';
import { formatDay } from '../ui/format';
import { useAccount } from './account';
import { Cell } from './cell';
import * as client from './client';
import { Frame } from './frame';
import { isOffice } from './router';
import { useSay } from './say';
import { Empty, Loaded, useLoad } from './state';
import { TopAction } from './top_action';
import { unitPath } from './units';

export function People() {
  const say = useSay();
  const account = useAccount();
  const [typed, setTyped] = useState('');
  const [unit, setUnit] = useState('');
  const search = useSettled(typed, 250);
  const units = useLoad(client.units, 'units');
  const load = useLoad(() => client.people(search, unit), `${search}|${unit}`);
  const mayImport = isOffice(account);
  return (
    <Frame wide title={say('Danh sách người', 'People')} subtitle={say('Người, chức vụ, đơn vị và cấp ủy nơi cư trú.', 'People, posts, units and residence committees.')}>
      <div class="filters" role="search">
        <Field label={say('Tìm theo tên hoặc mã', 'Search by name or code')} type="search" value={typed} onInput={setTyped} />
        <Select
          label={say('Đơn vị', 'Unit')}
          value={unit}
          onChange={setUnit}
          options={[
            { value: '', label: say('Tất cả', 'All') },
            ...(units.data ?? []).map((each) => ({ value: each.id, label: unitPath(units.data ?? [], each.id) })),
          ]}
        />
      </div>
      <Loaded load={load}>
        {(people) =>
          people.length === 0 ? (
            <Empty>
              {search || unit ? (
                <p>{say('Không có ai khớp với điều kiện tìm. Tên gõ không dấu cũng tìm được.', 'Nobody matches. Names can be typed without diacritics.')}</p>
              ) : (
                <p>
                  {say('Chưa có ai trong danh sách.', 'The list is empty.')}{' '}
                  {mayImport && say('Nhập từ bảng Excel hoặc CSV đang dùng ở văn phòng.', 'Import the table that the office uses.')}
                </p>
              )}
            </Empty>
          ) : (
            <>
              <p role="status" class="note">
                {say(`${people.length} người`, `${people.length} people`)}
              </p>
              <div class="table">
                <table class="cards">
                  <caption class="hidden">{say('Danh sách người', 'People')}</caption>
                  <thead>
                    <tr>
                      <th>{say('Họ và tên', 'Name')}</th>
                      <th>{say('Mã', 'Code')}</th>
                      <th>{say('Ngày sinh', 'Born')}</th>
                      <th>{say('Chức vụ, đơn vị', 'Posts, units')}</th>
                      <th>{say('Cấp ủy nơi cư trú', 'Residence committee')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {people.map((person) => (
                      <tr key={person.id}>
                        <td class="lead">{person.name}</td>
                        <Cell label={say('Mã', 'Code')} code>{person.code}</Cell>
                        <Cell label={say('Ngày sinh', 'Born')}>{person.birth_day ? formatDay(person.birth_day) : '–'}</Cell>
                        <Cell label={say('Chức vụ', 'Posts')}>
                          <ul class="plain">
                            {person.posts.map((post) => (
                              <li key={`${post.title} ${post.unit_id}`}>
                                {post.title}, {post.unit_name}
                                {post.main && person.posts.length > 1 && <span class="note"> ({say('chính', 'main')})</span>}
                              </li>
                            ))}
                          </ul>
                        </Cell>
                        <Cell label={say('Cấp ủy nơi cư trú', 'Residence committee')}>{person.residence_committee?.name ?? '–'}</Cell>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Loaded>
      {mayImport && (
        <TopAction sticky>
          <a class="button main" href="#/people/import">
            {say('Nhập từ bảng Excel hoặc CSV', 'Import from Excel or CSV')}
          </a>
        </TopAction>
      )}
    </Frame>
  );
}

/** The value once it has not changed for `ms`; so that the server is not asked at every letter. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
