// The member's self-review of a campaign. Sending again makes a new version; the earlier one stays in the record.

import { useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { formatDay } from '../ui/format';
import { Notice } from '../ui/notices';
import { Actions, StepHeading } from '../ui/page';
import { useAccount } from '../office/account';
import * as client from '../office/client';
import type { CampaignDetail, Fields, Filed, FormField } from '../office/contract';
import { Frame } from '../office/frame';
import type { PageProps } from '../office/pages';
import { useSay } from '../office/say';
import { Empty, Failure, Loaded, useDoing, useLoad } from '../office/state';
import { faultsOf, typedFrom, valuesOf } from '../residence/fields';
import { FormFields } from '../residence/form';
import { FiledAnswers } from '../residence/sheet';
import { currentFields } from './timeline';

export function SelfReview({ params }: PageProps) {
  const say = useSay();
  const account = useAccount();
  const id = params['campaign']!;
  const mine = account.person_id ?? '';
  const load = useLoad(() => Promise.all([client.campaign(id), client.record(id, mine)]), id);
  return (
    <Frame
      trail={[
        { href: '#/my', label: say('Hồ sơ của tôi', 'My record') },
        { href: `#/records/${encodeURIComponent(id)}/${encodeURIComponent(mine)}`, label: load.data?.[0].name ?? '…' },
      ]}
      title={say('Bản tự kiểm điểm', 'Self-review')}
      subtitle={load.data?.[0].name}
    >
      <Loaded load={load}>
        {([campaign, record]) => {
          const form = campaign.channels.find((channel) => channel.id === 'self-review')?.form ?? [];
          return form.length === 0 ? (
            <Empty>
              <p>{say('Đợt này không yêu cầu bản tự kiểm điểm.', 'This campaign asks for no self-review.')}</p>
            </Empty>
          ) : (
            <Write campaign={campaign} form={form} before={currentFields(record.entries, 'self-review')} recordHref={`#/records/${encodeURIComponent(id)}/${encodeURIComponent(mine)}`} />
          );
        }}
      </Loaded>
    </Frame>
  );
}

interface WriteProps {
  campaign: CampaignDetail;
  form: FormField[];
  before: Fields | null;
  recordHref: string;
}

function Write({ campaign, form, before, recordHref }: WriteProps) {
  const say = useSay();
  const [typed, setTyped] = useState(() => typedFrom(form, before));
  const [strict, setStrict] = useState(false);
  const [review, setReview] = useState(false);
  const [filed, setFiled] = useState<Filed | null>(null);
  const doing = useDoing();
  const values = valuesOf(form, typed);
  const faults = faultsOf(form, typed);
  if (filed) {
    return (
      <>
        <Notice kind="good" title={say('Đã gửi bản tự kiểm điểm.', 'The self-review was sent.')}>
          <p>
            {say(`Bản thứ ${filed.version}, ngày ${formatDay(filed.entry.day)}.`, `Version ${filed.version}, ${formatDay(filed.entry.day)}.`)}{' '}
            {filed.state === 'late' && say('Gửi sau hạn.', 'After the due day.')}
          </p>
        </Notice>
        <Actions>
          <a class="button main" href={recordHref}>
            {say('Xem hồ sơ', 'See the record')}
          </a>
        </Actions>
      </>
    );
  }
  if (review) {
    return (
      <>
        <StepHeading>{say('Xem lại trước khi gửi', 'Read once more')}</StepHeading>
        <div class="panel">
          <FiledAnswers form={form} values={values} />
        </div>
        <Failure doing={doing} kept={say('Chưa gửi; nội dung vẫn còn nguyên.', 'Nothing was sent; all of it is kept.')} />
        <Actions>
          <Button
            kind="main"
            busy={doing.busy}
            onClick={() => void doing.run(async () => setFiled(await client.sendSelfReview(campaign.id, values)))}
          >
            {say('Gửi bản tự kiểm điểm', 'Send the self-review')}
          </Button>
          <Button kind="quiet" onClick={() => setReview(false)}>
            {say('Sửa lại', 'Change it')}
          </Button>
        </Actions>
      </>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setStrict(true);
        if (faults.length === 0) {
          setReview(true);
          window.scrollTo(0, 0);
        } else {
          document.getElementById(`field-${faults[0]!.field.id}`)?.querySelector<HTMLElement>('input, textarea')?.focus();
        }
      }}
    >
      {before && <p class="note">{say('Đang sửa từ bản đã gửi; gửi lại thì bản mới thay bản cũ.', 'This starts from what was sent; sending again replaces it.')}</p>}
      <FormFields form={form} typed={typed} onChange={setTyped} strict={strict} />
      <Actions>
        <Button kind="main" submit>
          {say('Xem lại trước khi gửi', 'Read once more before sending')}
        </Button>
      </Actions>
    </form>
  );
}
