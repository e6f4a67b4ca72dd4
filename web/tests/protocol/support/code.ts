import { Refusal } from '../../../src/protocol/refusal';

/** The code of the refusal, or null when there is none. Other errors pass through. */
export function codeOf(f: () => unknown): string | null {
  try {
    f();
    return null;
  } catch (e) {
    if (e instanceof Refusal) return e.code;
    throw e;
  }
}

export async function codeOfAsync(f: () => Promise<unknown>): Promise<string | null> {
  try {
    await f();
    return null;
  } catch (e) {
    if (e instanceof Refusal) return e.code;
    throw e;
  }
}
