// One remark: write, read once more as it will be filed, send, print for signature. Sending again makes a new version.

import { useState } from 'preact/hooks';
import { formatDay } from '../ui/format';
import { useInfo } from '../ui/mount';
import { Notice } from '../ui/notices';
import { useAccount } from '../office/account';
import * as client from '../office/client';
import type { Filed, ResidenceRequest, SignedBy } from '../office/contract';
import { Frame } from '../office/frame';
import type { PageProps } from '../office/pages';
import { useSay } from '../office/say';
import { Empty, Loaded, useLoad } from '../office/state';
import { typedFrom, valuesOf } from './fields';
import { Review } from './review';
import { SentSheet } from './sent_sheet';
import { WriteRemark } from './write';

export function RemarkPage({ params }: PageProps) {
  const say = useSay();
  const id = params['request']!;
  const load = useLoad(async () => {
    const requests = await client.residenceRequests();
    return { request: requests.find((request) => request.id === id) ?? null };
  }, id);
  const request = load.data?.request;
  return (
    <Frame
      trail={[{ href: '#/residence', label: say('Nhận xét người cư trú', 'Remarks on residents') }]}
      title={request?.person.name ?? say('Nhận xét', 'Remark')}
      subtitle={
        request && (
          <>
            {request.person.post}, {request.person.workplace}
            <br />
            {request.campaign.name} · {say(`hạn ${formatDay(request.due)}`, `due ${formatDay(request.due)}`)}
          </>
        )
      }
    >
      <Loaded load={load}>
        {(found) =>
          found.request ? (
            <OneRemark request={found.request} reload={load.reload} />
          ) : (
            <Empty>
              <p>{say('Không có yêu cầu này trong danh sách của cấp ủy nơi cư trú.', 'This request is not on the list of the committee.')}</p>
              <p>
                <a href="#/residence">{say('Về danh sách', 'Back to the list')}</a>
              </p>
            </Empty>
          )
        }
      </Loaded>
    </Frame>
  );
}

type Stage = { at: 'writing' } | { at: 'review' } | { at: 'sent'; filed: Filed | null };

function OneRemark({ request, reload }: { request: ResidenceRequest; reload: () => void }) {
  const say = useSay();
  const account = useAccount();
  const today = useInfo()?.today ?? '';
  const [typed, setTyped] = useState(() => typedFrom(request.form, request.draft ?? request.sent?.fields ?? null));
  const [signer, setSigner] = useState<SignedBy>(() => request.sent?.signed_by ?? { name: account.name, post: '' });
  const [stage, setStage] = useState<Stage>(request.sent ? { at: 'sent', filed: null } : { at: 'writing' });
  const values = valuesOf(request.form, typed);

  if (request.state === 'exempt') {
    return <Notice title={say('Người này được miễn; không cần nhận xét.', 'This person is exempt; no remark is needed.')} />;
  }
  switch (stage.at) {
    case 'writing':
      return (
        <WriteRemark
          request={request}
          typed={typed}
          onTyped={setTyped}
          signer={signer}
          onSigner={setSigner}
          onReview={() => setStage({ at: 'review' })}
          onCancel={request.sent ? () => setStage({ at: 'sent', filed: null }) : null}
        />
      );
    case 'review':
      return (
        <Review
          request={request}
          values={values}
          signer={signer}
          onBack={() => setStage({ at: 'writing' })}
          onSent={(filed) => {
            setStage({ at: 'sent', filed });
            reload();
          }}
        />
      );
    case 'sent': {
      const { filed } = stage;
      const fresh = filed ? { fields: values, signed_by: signer, day: filed.entry.day || today, version: filed.version } : request.sent;
      return (
        <>
          {filed && (
            <Notice
              kind="good"
              title={filed.state === 'late' ? say('Đã gửi nhận xét (sau hạn).', 'The remark was sent (after the due day).') : say('Đã gửi nhận xét.', 'The remark was sent.')}
            >
              <p>{say('Nhận xét đã ở trong hồ sơ. In để ký và gửi bản giấy nếu cơ quan yêu cầu.', 'It is in the record now. Print it for signature if the office asks for paper.')}</p>
            </Notice>
          )}
          {fresh && <SentSheet request={request} sent={fresh} onAgain={() => setStage({ at: 'writing' })} />}
        </>
      );
    }
  }
}
