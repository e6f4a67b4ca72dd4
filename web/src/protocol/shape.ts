// What a parsed value must look like. Refusals: `field-missing`, `field-type`, and `not-canonical` when a strict record has unknown fields or another order.
import type { Json } from './json';
import { refuse } from './refusal';

export type Fields = Readonly<Record<string, Json>>;

interface RecordRules {
  /** Fields that may be absent. */
  optional?: readonly string[];
  /** Unknown fields and another order are tolerated (free-form documents, protocol.md chapter 3). */
  lax?: boolean;
}

export function record(value: Json | undefined, what: string, fields: readonly string[], rules: RecordRules = {}): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('field-type', `${what}: object expected`);
  const object = value as Fields;
  for (const f of fields) if (!(f in object) && !rules.optional?.includes(f)) refuse('field-missing', `${what}: ${f}`);
  const present = fields.filter((f) => f in object);
  const keys = Object.keys(object);
  if (!rules.lax && (keys.length !== present.length || keys.some((k, i) => k !== present[i]))) {
    refuse('not-canonical', `${what}: unknown field or another order of fields`);
  }
  return object;
}

export function list(value: Json | undefined, what: string, length?: number): readonly Json[] {
  if (!Array.isArray(value)) refuse('field-type', `${what}: array expected`);
  if (length !== undefined && value.length !== length) refuse('field-type', `${what}: ${length} items expected, ${value.length} found`);
  return value;
}

export function text(value: Json | undefined, what: string): string {
  if (typeof value !== 'string') refuse('field-type', `${what}: string expected`);
  return value;
}

export function integer(value: Json | undefined, what: string, least = 0): number {
  if (typeof value !== 'number' || value < least) refuse('field-type', `${what}: integer of at least ${least} expected`);
  return value;
}

/** A weight spelled in decimal digits, below 2^63 as in C++; refused: `weight-range`. */
export function decimalWeight(digits: string, what: string): bigint {
  if (!/^(?:0|[1-9][0-9]{0,18})$/.test(digits) || BigInt(digits) >= 2n ** 63n) refuse('weight-range', what);
  return BigInt(digits);
}

/** Type *weight*: an integer up to 2^30 − 1 or a decimal string. */
export function weight(value: Json | undefined, what: string): bigint {
  if (typeof value === 'number' && value >= 0) return BigInt(value);
  if (typeof value === 'string') return decimalWeight(value, what);
  refuse('field-type', `${what}: weight expected`);
}

export const weightJson = (n: bigint): Json => (n < 2n ** 30n ? Number(n) : n.toString());
