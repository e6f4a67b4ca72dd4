// Writing a remark. What is typed is kept on the server, so that it can be finished later or on another machine.

import { useState } from 'preact/hooks';
import { Button, Field } from '../ui/controls';
import { Actions } from '../ui/page';
import * as client from '../office/client';
import type { Fields, ResidenceRequest, SignedBy } from '../office/contract';
import { useSay } from '../office/say';
import { useDraft, type DraftState } from './draft';
import { faultsOf, valuesOf, type TypedFields } from './fields';
import { FormFields } from './form';

interface WriteProps {
  request: ResidenceRequest;
  typed: TypedFields;
  onTyped: (typed: TypedFields) => void;
  signer: SignedBy;
  onSigner: (signer: SignedBy) => void;
  onReview: () => void;
  /** Back to what was sent; null when nothing was sent yet. */
  onCancel: (() => void) | null;
}

export function WriteRemark({ request, typed, onTyped, signer, onSigner, onReview, onCancel }: WriteProps) {
  const say = useSay();
  const [strict, setStrict] = useState(false);
  const draft = useDraft<Fields>((fields) => client.saveDraft(request.id, fields));
  const change = (next: TypedFields) => {
    onTyped(next);
    draft.changed(valuesOf(request.form, next));
  };
  const faults = faultsOf(request.form, typed);
  const unsigned = signer.name.trim() === '' || signer.post.trim() === '';
  const go = (event: Event) => {
    event.preventDefault();
    setStrict(true);
    if (faults.length > 0) {
      const first = document.getElementById(`field-${faults[0]!.field.id}`);
      first?.scrollIntoView({ block: 'center' });
      first?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
    } else if (!unsigned) {
      void draft.flush();
      onReview();
      window.scrollTo(0, 0);
    }
  };
  return (
    <form onSubmit={go} noValidate>
      <FormFields form={request.form} typed={typed} onChange={change} strict={strict} />
      <fieldset class="group">
        <legend>{say('Người ký thay mặt cấp ủy nơi cư trú', 'Who signs for the residence committee')}</legend>
        <div class="pair">
          <Field
            label={say('Họ và tên', 'Name')}
            value={signer.name}
            onInput={(name) => onSigner({ ...signer, name })}
            error={strict && signer.name.trim() === '' ? say('Mục này cần có.', 'This is needed.') : null}
            required
          />
          <Field
            label={say('Chức vụ', 'Post')}
            value={signer.post}
            onInput={(post) => onSigner({ ...signer, post })}
            error={strict && signer.post.trim() === '' ? say('Mục này cần có.', 'This is needed.') : null}
            required
          />
        </div>
      </fieldset>
      {strict && faults.length > 0 && (
        <p class="field-error" role="alert">
          {say(`Còn ${faults.length} mục cần ghi.`, `${faults.length} answers are still needed.`)}
        </p>
      )}
      <p class="note draft-state" role="status">
        {draftText(draft.state, say)}
      </p>
      <Actions>
        <Button kind="main" submit>
          {say('Xem lại trước khi gửi', 'Read once more before sending')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{say('Thôi, giữ bản đã gửi', 'Keep what was sent')}</Button>}
      </Actions>
    </form>
  );
}

export function draftText(state: DraftState, say: (vi: string, en: string) => string): string {
  switch (state) {
    case 'clean': return say('Những gì viết ở đây được máy chủ giữ lại khi đang viết.', 'What you write is kept on the server as you write.');
    case 'typing':
    case 'saving': return say('Đang lưu bản viết dở…', 'Saving the draft…');
    case 'saved': return say('✓ Đã lưu bản viết dở.', '✓ The draft is saved.');
    case 'failed': return say('Chưa lưu được bản viết dở; nội dung vẫn còn trên trang, máy sẽ tự lưu lại.', 'The draft is not saved yet; it is still on the page and will be saved again.');
  }
}
