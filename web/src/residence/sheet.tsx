// A filled form as it is filed: label and answer, nothing to edit. Used for review, for the record and for print.

import type { Fields, FormField } from '../office/contract';
import { useSay, useTitle } from '../office/say';

interface SheetProps {
  form: readonly FormField[];
  values: Fields;
  /** Fields that somebody fills in by hand on the printed sheet: dots where nothing was typed. */
  byHand?: readonly string[];
}

export function FiledAnswers({ form, values, byHand = [] }: SheetProps) {
  const say = useSay();
  const title = useTitle();
  const known = new Set(form.map((field) => field.id));
  // An answer whose field the form no longer has is still shown: nothing that was filed disappears.
  const orphans = Object.keys(values).filter((id) => !known.has(id));
  return (
    <dl class="answers">
      {form.map((field) => {
        const value = values[field.id];
        const { main, note } = parts(field, value, say);
        return (
          <div key={field.id}>
            <dt>{title(field)}</dt>
            <dd>
              {main ?? (byHand.includes(field.id) ? '…………………………' : <span class="note">{say('không ghi', 'left empty')}</span>)}
              {note && <span class="answer-note">{note}</span>}
            </dd>
          </div>
        );
      })}
      {orphans.map((id) => (
        <div key={id}>
          <dt class="code">{id}</dt>
          <dd>{parts(null, values[id], say).main}</dd>
        </div>
      ))}
    </dl>
  );
}

function parts(
  field: FormField | null,
  value: Fields[string] | undefined,
  say: (vi: string, en: string) => string,
): { main: string | null; note: string | null } {
  if (value === undefined) return { main: null, note: null };
  const optionName = (id: string) => {
    const option = field?.options?.find((each) => each.id === id);
    return option ? say(option.label_vi, option.label_en) : id;
  };
  if (typeof value === 'object') return { main: optionName(value.choice), note: value.note || null };
  return { main: field?.kind === 'choice' ? optionName(String(value)) : String(value), note: null };
}
