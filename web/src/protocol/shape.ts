// What a parsed value must look like. Refusals: `field-missing`, `field-type`, and `not-canonical` when a strict record has unknown fields or another order.
import { OtherNumber, type Json } from './json';
import { refuse } from './refusal';

export type Fields = Readonly<Record<string, Json>>;

interface RecordRules {
  /** Fields that may be absent. */
  optional?: readonly string[];
  /** Unknown fields and another order are tolerated, and null where a field may be absent (free-form documents,
   *  protocol.md chapter 3). */
  lax?: boolean;
}

export function record(value: Json | undefined, what: string, fields: readonly string[], rules: RecordRules = {}): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('field-type', `${what}: object expected`);
  const object = rules.lax ? withoutNulls(value as Fields, rules.optional ?? []) : (value as Fields);
  for (const f of fields) if (!(f in object) && !rules.optional?.includes(f)) refuse('field-missing', `${what}: ${f}`);
  const present = fields.filter((f) => f in object);
  const keys = Object.keys(object);
  if (!rules.lax && (keys.length !== present.length || keys.some((k, i) => k !== present[i]))) {
    refuse('not-canonical', `${what}: unknown field or another order of fields`);
  }
  return object;
}

function withoutNulls(object: Fields, optional: readonly string[]): Fields {
  if (!optional.some((f) => object[f] === null)) return object;
  const kept: Record<string, Json> = Object.assign(Object.create(null), object);
  for (const f of optional) if (kept[f] === null) delete kept[f];
  return kept;
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

/** Weights, and their sum over all credentials, stay below. */
export const WEIGHT_LIMIT = 2n ** 63n;

/** A weight spelled in decimal digits. Refused: `weight-range`, `weight-too-large`. */
export function decimalWeight(digits: string, what: string): bigint {
  if (!/^(?:0|[1-9][0-9]*)$/.test(digits)) refuse('weight-range', what);
  if (digits.length > 19 || BigInt(digits) >= WEIGHT_LIMIT) refuse('weight-too-large', what);
  return BigInt(digits);
}

/**
 * Type *weight*: an integer or a decimal string. With `canonical` as weightJson writes it: a number below 2^30, a string
 * from there.
 */
export function weight(value: Json | undefined, what: string, canonical = false): bigint {
  const digits = typeof value === 'number' ? String(value) : value instanceof OtherNumber ? value.spelling : value;
  const n = decimalWeight(typeof digits === 'string' ? digits : '', what);
  if (canonical && weightJson(n) !== value) refuse('not-canonical', what);
  return n;
}

export const weightJson = (n: bigint): Json => (n < 2n ** 30n ? Number(n) : n.toString());
