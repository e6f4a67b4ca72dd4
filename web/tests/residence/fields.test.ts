// Forms as data: what is filled in, what is missing, what is sent.
import { describe, expect, test } from 'vitest';
import type { Fields } from '../../src/office/contract';
import { faultsOf, typedFrom, valuesOf } from '../../src/residence/fields';
import { remarkForm, reviewForm } from '../office/fake_server';

const full: Fields = { period: 'năm 2026', law: { choice: 'good', note: 'gương mẫu' }, meetings: { choice: 'fair', note: '' }, 'meetings-invited': 4, general: 'Hòa nhã.\nTích cực.' };

describe('values', () => {
  test('what was sent comes back as it was', () => expect(valuesOf(remarkForm, typedFrom(remarkForm, full))).toEqual(full));
  test('an empty form sends nothing', () => expect(valuesOf(remarkForm, typedFrom(remarkForm, null))).toEqual({}));
  test('spaces at the ends go, lines inside stay', () => {
    const typed = typedFrom(remarkForm, { ...full, general: '  a\nb  ' });
    expect(valuesOf(remarkForm, typed)['general']).toBe('a\nb');
  });
  test('a choice without room for a sentence is a plain text', () => {
    expect(valuesOf(reviewForm, typedFrom(reviewForm, { 'ethics-grade': 'good' }))).toEqual({ 'ethics-grade': 'good' });
  });
  test('a field that the form does not have is not sent', () => {
    expect(valuesOf(remarkForm, typedFrom(remarkForm, { ...full, secret: 'x' }))).toEqual(full);
  });
});

describe('faults', () => {
  const faults = (part: Fields, change: Record<string, Partial<{ text: string; note: string; choice: string }>> = {}) => {
    const typed = typedFrom(remarkForm, part);
    for (const [id, each] of Object.entries(change)) typed[id] = { ...typed[id]!, ...each };
    return faultsOf(remarkForm, typed).map(({ field, fault }) => `${field.id} ${fault}`);
  };
  test('none when complete; optional fields may stay empty', () => {
    const { 'meetings-invited': _, ...rest } = full;
    expect(faults(full)).toEqual([]);
    expect(faults(rest)).toEqual([]);
  });
  test('missing ones in the order of the form', () => {
    expect(faults({})).toEqual(['period missing', 'law missing', 'meetings missing', 'general missing']);
  });
  test.each(['-1', '2.5', 'bốn', '1e3', '9999999999'])('"%s" is no whole number', (text) => {
    expect(faults(full, { 'meetings-invited': { text } })).toEqual(['meetings-invited not-a-number']);
  });
  test('a sentence without a level', () => {
    expect(faults(full, { law: { choice: '', note: 'gương mẫu' } })).toEqual(['law note-without-choice']);
  });
});
