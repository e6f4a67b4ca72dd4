// The remark as filed, laid out for paper and signature.

import { Button } from '../ui/controls';
import { formatDay } from '../ui/format';
import { Actions } from '../ui/page';
import type { ResidenceRequest } from '../office/contract';
import { dayInWords } from '../office/day';
import { InVietnamese } from '../office/in_vietnamese';
import { useSay } from '../office/say';
import { FiledAnswers } from './sheet';

// The ward's party committee confirms on paper, after the remark was sent.
const CONFIRMATION = ['confirmed-by', 'confirmed-number'];

interface SentProps {
  request: ResidenceRequest;
  sent: NonNullable<ResidenceRequest['sent']>;
  onAgain: () => void;
}

export function SentSheet({ request, sent, onAgain }: SentProps) {
  const say = useSay();
  return (
    <>
      <p class="no-print">
        {say(`Bản thứ ${sent.version}, gửi ngày ${formatDay(sent.day)}.`, `Version ${sent.version}, sent on ${formatDay(sent.day)}.`)}
      </p>
      <article class="sheet official" lang="vi">
        <h2 class="sheet-title">Nhận xét của cấp ủy nơi cư trú</h2>
        <dl class="facts">
          <dt>Họ và tên</dt>
          <dd>{request.person.name}</dd>
          <dt>Chức vụ</dt>
          <dd>{request.person.post}</dd>
          <dt>Đơn vị công tác</dt>
          <dd>{request.person.workplace}</dd>
          <dt>Kỳ nhận xét</dt>
          <dd>
            {request.campaign.name} ({request.campaign.year})
          </dd>
        </dl>
        <InVietnamese>
          <FiledAnswers form={request.form} values={sent.fields} byHand={CONFIRMATION} />
        </InVietnamese>
        <p class="sheet-day">{upperFirst(dayInWords(sent.day))}</p>
        <div class="signatures">
          <div>
            <p>
              <strong>Xác nhận của đảng ủy phường, xã</strong>
              <br />
              (ký, ghi rõ họ tên, chức vụ, đóng dấu)
            </p>
          </div>
          <div>
            <p>
              <strong>T/M cấp ủy nơi cư trú</strong>
              <br />
              {sent.signed_by.post}
              <br />
              (ký, ghi rõ họ tên)
            </p>
            <p class="signed-name">{sent.signed_by.name}</p>
          </div>
        </div>
      </article>
      <Actions>
        <Button kind="main" onClick={() => window.print()}>
          {say('In để ký', 'Print for signature')}
        </Button>
      </Actions>
      <p class="links no-print">
        <a class="button" href="#/residence">
          {say('Về danh sách', 'Back to the list')}
        </a>
        <Button onClick={onAgain}>{say('Viết bản mới thay bản này', 'Write a new version')}</Button>
      </p>
    </>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
