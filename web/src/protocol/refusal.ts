import { sentences, type Code } from './sentences';

export type { Code };

/**
 * Why something from outside (a file, a message, what somebody typed) is not accepted. The code is
 * stable and the same as in C++; `detail` says where, in English, for the support call.
 */
export class Refusal extends Error {
  readonly code: Code;
  readonly detail: string;

  constructor(code: Code, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }

  get vi(): string {
    return sentences[this.code].vi;
  }

  get en(): string {
    return sentences[this.code].en;
  }
}

export function refuse(code: Code, detail?: string): never {
  throw new Refusal(code, detail);
}

/** The same refusal, with the place in front; anything else as it is. */
export const placed = (place: string, e: unknown): unknown =>
  e instanceof Refusal ? new Refusal(e.code, e.detail ? `${place}: ${e.detail}` : place) : e;

/** A condition that only a fault of our own can break. */
export function ensure(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`bug: ${what}`);
}
