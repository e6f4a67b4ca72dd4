// All campaigns, newest first as the server lists them, and making a new one.

import { useState } from 'preact/hooks';
import { Button, Field, Select } from '../ui/controls';
import { Dialog } from '../ui/dialog';
import { formatDay } from '../ui/format';
import { useInfo } from '../ui/mount';
import { useAccount } from './account';
import * as client from './client';
import { DayField } from './day_field';
import { Frame } from './frame';
import { isOffice } from './router';
import { useSay, useTitle } from './say';
import { Empty, Failure, Loaded, useDoing, useLoad } from './state';
import { unitPath } from './units';
import { TopAction } from './top_action';

export function Campaigns() {
  const say = useSay();
  const office = isOffice(useAccount());
  const load = useLoad(client.campaigns, 'campaigns');
  const [creating, setCreating] = useState(false);
  return (
    <Frame title={say('Đợt kiểm điểm, đánh giá, xếp loại', 'Review and rating campaigns')}>
      <Loaded load={load}>
        {(campaigns) => (
          <>
            {campaigns.length === 0 ? (
              <Empty>
                <p>{say('Chưa có đợt nào.', 'There is no campaign yet.')}</p>
                {office && (
                  <p>
                    {say('Nhập danh sách người trước, rồi lập đợt cho cây tổ chức cần đánh giá.', 'Import the people first, then make a campaign for the units concerned.')}{' '}
                    <a href="#/people/import">{say('Nhập danh sách người', 'Import people')}</a>
                  </p>
                )}
              </Empty>
            ) : (
              <ul class="rows">
                {campaigns.map((campaign) => (
                  <li key={campaign.id}>
                    <a href={`#/campaigns/${encodeURIComponent(campaign.id)}`}>{campaign.name}</a>
                    <p class="note">
                      {campaign.root_unit_name} · {say(`${campaign.people} người`, `${campaign.people} people`)} ·{' '}
                      {say('hạn nhận xét nơi cư trú', 'residence remarks until')} {formatDay(campaign.remark_due)}
                    </p>
                  </li>
                ))}
              </ul>
            )}
            {office && (
              <TopAction>
                <Button kind="main" onClick={() => setCreating(true)}>
                  {say('Lập đợt mới', 'New campaign')}
                </Button>
              </TopAction>
            )}
          </>
        )}
      </Loaded>
      {creating && <NewCampaign onClose={() => setCreating(false)} />}
    </Frame>
  );
}

function NewCampaign({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const title = useTitle();
  const today = useInfo()?.today ?? '';
  const choices = useLoad(() => Promise.all([client.units(), client.profiles()]), 'choices');
  const [name, setName] = useState('');
  const [year, setYear] = useState(today.slice(0, 4));
  const [unit, setUnit] = useState('');
  const [profile, setProfile] = useState('');
  const [due, setDue] = useState('');
  const doing = useDoing();
  const ready = name.trim() !== '' && /^\d{4}$/.test(year) && unit !== '' && profile !== '' && due !== '';
  const create = () =>
    void doing.run(async () => {
      const made = await client.createCampaign({ name: name.trim(), year: Number(year), root_unit_id: unit, profile, remark_due: due });
      location.hash = `#/campaigns/${encodeURIComponent(made.id)}`;
    });
  return (
    <Dialog
      open
      title={say('Lập đợt mới', 'New campaign')}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onClick={create} disabled={!ready} busy={doing.busy}>
            {say('Lập đợt', 'Make the campaign')}
          </Button>
          <Button onClick={onClose}>{say('Thôi', 'Cancel')}</Button>
        </>
      }
    >
      <Loaded load={choices}>
        {([units, profiles]) => (
          <>
            <Field label={say('Tên đợt', 'Name')} value={name} onInput={setName} required />
            <Field label={say('Năm', 'Year')} type="number" value={year} onInput={setYear} required />
            <Select
              label={say('Cho đơn vị (và các đơn vị dưới)', 'For the unit (and those below)')}
              value={unit}
              onChange={setUnit}
              options={[
                { value: '', label: units.length > 0 ? say('– chọn –', '– choose –') : say('– chưa có đơn vị, cần nhập danh sách –', '– import people first –') },
                ...units.map((each) => ({ value: each.id, label: unitPath(units, each.id) })),
              ]}
            />
            <Select
              label={say('Theo quy định', 'Under the regulation')}
              value={profile}
              onChange={setProfile}
              options={[{ value: '', label: say('– chọn –', '– choose –') }, ...profiles.map((each) => ({ value: each.id, label: title(each) }))]}
            />
            <DayField label={say('Hạn nhận xét của cấp ủy nơi cư trú', 'Residence remarks due')} value={due} onChange={setDue} />
            <Failure doing={doing} kept={say('Chưa lập đợt nào.', 'No campaign was made.')} />
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
