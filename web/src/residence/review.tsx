// The remark as it will be filed, before it is sent.

import { Button } from '../ui/controls';
import { Actions, StepHeading } from '../ui/page';
import * as client from '../office/client';
import type { Fields, Filed, ResidenceRequest, SignedBy } from '../office/contract';
import { useSay } from '../office/say';
import { Failure, useDoing } from '../office/state';
import { FiledAnswers } from './sheet';

interface ReviewProps {
  request: ResidenceRequest;
  values: Fields;
  signer: SignedBy;
  onBack: () => void;
  onSent: (filed: Filed) => void;
}

export function Review({ request, values, signer, onBack, onSent }: ReviewProps) {
  const say = useSay();
  const doing = useDoing();
  const send = () =>
    void doing.run(async () => {
      const filed = await client.sendRemark(request.id, values, { name: signer.name.trim(), post: signer.post.trim() });
      onSent(filed);
      window.scrollTo(0, 0);
    });
  return (
    <>
      <StepHeading>{say('Xem lại trước khi gửi', 'Read once more')}</StepHeading>
      {request.sent && (
        <p>
          {say(
            `Bản này sẽ thay bản thứ ${request.sent.version}. Bản cũ vẫn được giữ trong hồ sơ.`,
            `This will take the place of version ${request.sent.version}. The old one stays in the record.`,
          )}
        </p>
      )}
      <div class="panel">
        <FiledAnswers form={request.form} values={values} />
        <p>
          {say('Người ký', 'Signed by')}: {signer.name}, {signer.post}
        </p>
      </div>
      <Failure doing={doing} kept={say('Nhận xét chưa gửi; nội dung vẫn còn nguyên.', 'Nothing was sent; all of it is kept.')} />
      <Actions>
        <Button kind="main" onClick={send} busy={doing.busy}>
          {say('Gửi nhận xét', 'Send the remark')}
        </Button>
        <Button kind="quiet" onClick={onBack} disabled={doing.busy}>
          {say('Sửa lại', 'Change it')}
        </Button>
      </Actions>
    </>
  );
}
