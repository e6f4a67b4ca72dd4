// A form rendered from its data: choices with room for a sentence, lines, numbers, paragraphs.

import { ChoiceGroup, Field } from '../ui/controls';
import type { FormField } from '../office/contract';
import { useSay, useTitle } from '../office/say';
import { faultsOf, type Typed, type TypedFields } from './fields';

interface FormProps {
  form: readonly FormField[];
  typed: TypedFields;
  onChange: (typed: TypedFields) => void;
  /** Show what is missing (after the first attempt to go on), not while somebody is still writing. */
  strict: boolean;
}

export function FormFields({ form, typed, onChange, strict }: FormProps) {
  const faults = strict ? faultsOf(form, typed) : [];
  return (
    <>
      {form.map((field) => (
        <OneField
          key={field.id}
          field={field}
          typed={typed[field.id]!}
          fault={faults.find((each) => each.field.id === field.id)?.fault ?? null}
          onChange={(part) => onChange({ ...typed, [field.id]: { ...typed[field.id]!, ...part } })}
        />
      ))}
    </>
  );
}

interface OneProps {
  field: FormField;
  typed: Typed;
  fault: ReturnType<typeof faultsOf>[number]['fault'] | null;
  onChange: (part: Partial<Typed>) => void;
}

function OneField({ field, typed, fault, onChange }: OneProps) {
  const say = useSay();
  const label = useTitle()(field);
  const error =
    fault === 'missing'
      ? say('Mục này cần có.', 'This is needed.')
      : fault === 'not-a-number'
        ? say('Cần một số nguyên.', 'A whole number is needed.')
        : fault === 'note-without-choice'
          ? say('Cần chọn một mức cho ý này.', 'Choose one of the levels.')
          : null;
  if (field.kind === 'choice') {
    return (
      <div class="form-choice" id={`field-${field.id}`}>
        <ChoiceGroup
          legend={
            <>
              {label}
              {field.required && <span class="note"> ({say('bắt buộc', 'required')})</span>}
            </>
          }
          options={(field.options ?? []).map((option) => ({ value: option.id, label: say(option.label_vi, option.label_en) }))}
          value={typed.choice || null}
          onChange={(choice) => onChange({ choice })}
        >
          <p class="field-error" role="alert">
            {error}
          </p>
          {field.note && (
            <Field label={say('Nói rõ thêm (nếu cần)', 'More about it (if needed)')} value={typed.note} onInput={(note) => onChange({ note })} />
          )}
        </ChoiceGroup>
      </div>
    );
  }
  return (
    <div id={`field-${field.id}`}>
      <Field
        label={label}
        value={typed.text}
        onInput={(text) => onChange({ text })}
        required={field.required}
        error={error}
        {...(field.kind === 'paragraph' ? { rows: 4 } : {})}
        {...(field.kind === 'number' ? { type: 'number' as const } : {})}
      />
    </div>
  );
}
