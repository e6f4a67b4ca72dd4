// The values of a form whose fields are data: what is filled in, what is missing, what is sent.

import type { FieldValue, Fields, FormField } from '../office/contract';

/** What a person has typed so far, as text. */
export interface Typed {
  choice: string;
  note: string;
  text: string;
}

export type TypedFields = Record<string, Typed>;

const nothing: Typed = { choice: '', note: '', text: '' };

export function typedFrom(form: readonly FormField[], values: Fields | null): TypedFields {
  return Object.fromEntries(
    form.map((field) => {
      const value = values?.[field.id];
      if (value === undefined) return [field.id, nothing];
      if (typeof value === 'object') return [field.id, { ...nothing, choice: value.choice, note: value.note }];
      return field.kind === 'choice'
        ? [field.id, { ...nothing, choice: String(value) }]
        : [field.id, { ...nothing, text: String(value) }];
    }),
  );
}

const isWhole = (text: string) => /^\d{1,9}$/.test(text.trim());

function valueOf(field: FormField, typed: Typed): FieldValue | null {
  switch (field.kind) {
    case 'choice':
      if (typed.choice === '') return null;
      if (!field.note) return typed.choice;
      return { choice: typed.choice, note: typed.note.trim() };
    case 'number':
      return isWhole(typed.text) ? Number(typed.text.trim()) : null;
    case 'text':
    case 'paragraph':
      return typed.text.trim() || null;
  }
}

/** What is sent: only what is filled in. */
export function valuesOf(form: readonly FormField[], typed: TypedFields): Fields {
  const values: Fields = {};
  for (const field of form) {
    const value = valueOf(field, typed[field.id] ?? nothing);
    if (value !== null) values[field.id] = value;
  }
  return values;
}

export type Fault = 'missing' | 'not-a-number' | 'note-without-choice';

/** Fields that keep the form from being sent, in the order of the form. */
export function faultsOf(form: readonly FormField[], typed: TypedFields): { field: FormField; fault: Fault }[] {
  return form.flatMap((field): { field: FormField; fault: Fault }[] => {
    const { choice, note, text } = typed[field.id] ?? nothing;
    if (field.kind === 'number' && text.trim() !== '' && !isWhole(text)) return [{ field, fault: 'not-a-number' }];
    if (field.kind === 'choice' && choice === '' && note.trim() !== '') return [{ field, fault: 'note-without-choice' }];
    if (field.required && valueOf(field, { choice, note, text }) === null) return [{ field, fault: 'missing' }];
    return [];
  });
}
