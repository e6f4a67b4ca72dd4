// JSON as the protocol writes and reads it (protocol.md chapter 3): canonical on the way out, strict on the way
// in. Refusals: `json-syntax`, `json-duplicate-field`, `json-too-large`.
import { equalBytes, fromUtf8, utf8 } from './bytes';
import { ensure, refuse } from './refusal';

/** A number that is no integer we can hold exactly: kept as it is spelled, and never what a field needs. */
export class OtherNumber {
  constructor(readonly spelling: string) {}
}

export type Json = string | number | boolean | null | OtherNumber | readonly Json[] | { readonly [key: string]: Json | undefined };

const NAMED: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const writeString = (s: string): string =>
  '"' + s.replace(/["\\\x00-\x1f\x7f]/g, (c) => NAMED[c] ?? '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')) + '"';

/** Compact, fields in the order of insertion, fields that are undefined left out. */
export function writeJson(value: Json): string {
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') {
    ensure(Number.isSafeInteger(value), 'only integers are written');
    return String(value);
  }
  if (typeof value === 'boolean' || value === null) return String(value);
  if (value instanceof OtherNumber) return value.spelling;
  if (Array.isArray(value)) return '[' + value.map(writeJson).join(',') + ']';
  const fields = Object.entries(value).filter((f): f is [string, Json] => f[1] !== undefined);
  return '{' + fields.map(([k, v]) => writeString(k) + ':' + writeJson(v)).join(',') + '}';
}

// Arrays and objects inside each other, as in C++.
const MAX_DEPTH = 32;
const MAX_CHARACTERS = 64 * 2 ** 20;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const INTEGER = /^-?(?:0|[1-9][0-9]{0,15})$/;
const PLAIN = /[^"\\\x00-\x1f]*/y;
const ESCAPE: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class Parser {
  private at = 0;
  constructor(
    private readonly text: string,
    private readonly what: string,
  ) {}

  document(): Json {
    const value = this.value(0);
    this.space();
    if (this.at !== this.text.length) this.fail('something follows the value');
    return value;
  }

  private fail(why: string): never {
    refuse('json-syntax', `${this.what}: ${why}, at character ${this.at}`);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const m = pattern.exec(this.text);
    if (!m) return null;
    this.at = pattern.lastIndex;
    return m[0];
  }

  private space(): void {
    this.match(SPACE);
  }

  private take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private value(depth: number): Json {
    this.space();
    if (this.take('{')) return this.object(this.deeper(depth));
    if (this.take('[')) return this.array(this.deeper(depth));
    if (this.take('"')) return this.string();
    if (this.take('true')) return true;
    if (this.take('false')) return false;
    if (this.take('null')) return null;
    const digits = this.match(NUMBER);
    if (digits === null) this.fail('a value was expected');
    const n = Number(digits);
    if (!Number.isFinite(n)) this.fail('no number is that large'); // the reader in C++ has no place for it
    return INTEGER.test(digits) && Number.isSafeInteger(n) && digits !== '-0' ? n : new OtherNumber(digits);
  }

  private deeper(depth: number): number {
    if (depth >= MAX_DEPTH) refuse('json-too-large', `${this.what}: too deep`);
    return depth + 1;
  }

  private object(depth: number): Json {
    // No prototype: a key called __proto__ is a key like any other.
    const out: Record<string, Json> = Object.create(null);
    this.space();
    if (this.take('}')) return out;
    do {
      this.space();
      if (!this.take('"')) this.fail('a key was expected');
      const key = this.string();
      if (key in out) refuse('json-duplicate-field', `${this.what}: ${key}`);
      this.space();
      if (!this.take(':')) this.fail('a colon was expected');
      out[key] = this.value(depth);
      this.space();
    } while (this.take(','));
    if (!this.take('}')) this.fail('a closing brace was expected');
    return out;
  }

  private array(depth: number): Json {
    const out: Json[] = [];
    this.space();
    if (this.take(']')) return out;
    do {
      out.push(this.value(depth));
      this.space();
    } while (this.take(','));
    if (!this.take(']')) this.fail('a closing bracket was expected');
    return out;
  }

  private string(): string {
    let out = '';
    for (;;) {
      out += this.match(PLAIN)!;
      if (this.take('"')) break;
      if (!this.take('\\')) this.fail('string not closed, or a control character in it');
      const c = this.text[this.at++] ?? '';
      if (c === 'u') {
        const digits = this.text.slice(this.at, this.at + 4);
        if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('bad escape');
        out += String.fromCharCode(parseInt(digits, 16));
        this.at += 4;
      } else {
        out += ESCAPE[c] ?? this.fail('bad escape');
      }
    }
    if (/[\ud800-\udfff]/u.test(out)) this.fail('half of a surrogate pair');
    return out;
  }
}

/** Reads one value. Refused: no UTF-8, duplicate keys, anything not JSON (RFC 8259). */
export function parseJson(data: string | Uint8Array, what: string): Json {
  const text = typeof data === 'string' ? data : fromUtf8(data);
  if (text === null) refuse('json-syntax', `${what}: not UTF-8`);
  if (text.length > MAX_CHARACTERS) refuse('json-too-large', what);
  return new Parser(text, what).document();
}

/** As parseJson; with `canonical` only the one spelling that writeJson gives is accepted. Refused: `not-canonical`. */
export function parseDocument(bytes: Uint8Array, what: string, canonical: boolean): Json {
  const value = parseJson(bytes, what);
  if (canonical && !equalBytes(bytes, utf8(writeJson(value)))) refuse('not-canonical', what);
  return value;
}
