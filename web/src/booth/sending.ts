// Sends one finished ballot until the server has acknowledged or refused it. The same ballot may be
// sent any number of times: the server answers with the same receipt. Timers and the network are
// arguments, so that tests need no waiting.
import { ApiError, asApiError, type Client } from '../ui/api';

export interface Receipt {
  tracker: string;
  hash: string;
  replaces: boolean;
}

export interface SealedBallot {
  ballot: string;
  hash: string;
  tracker: string;
}

export type SendingState =
  | { step: 'sending' }
  | { step: 'waiting'; why: 'network' | 'busy' }
  | { step: 'received'; receipt: Receipt }
  | { step: 'refused'; error: ApiError };

export interface Clock {
  /** Calls back after so many milliseconds; returns a function that calls it off. */
  after(milliseconds: number, then: () => void): () => void;
  /** A number in [0, 1), to keep a hall of phones from knocking in the same instant. */
  chance(): number;
}

export const systemClock: Clock = {
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  chance: Math.random,
};

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

/** Milliseconds before attempt number `failed` + 1: doubling, at most 30 s, ± a quarter. */
export function pause(failed: number, retryAfter: number | null, chance: number): number {
  const doubled = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, failed - 1));
  return Math.max(doubled * (0.75 + 0.5 * chance), (retryAfter ?? 0) * 1000);
}

export class Sending {
  private failed = 0;
  private running = false;
  private stopped = false;
  private callOff: () => void = () => {};

  constructor(
    private readonly api: Client,
    private readonly uuid: string,
    private readonly sealed: SealedBallot,
    private readonly report: (state: SendingState) => void,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Sends now: at the start, on the button, and when the network comes back. */
  async now(): Promise<void> {
    if (this.running || this.stopped) return;
    this.running = true;
    this.callOff();
    this.report({ step: 'sending' });
    const state = await this.attempt();
    this.running = false;
    if (this.stopped) return;
    if (state.step === 'waiting') {
      this.failed += 1;
      this.callOff = this.clock.after(pause(this.failed, this.retryAfter, this.clock.chance()), () => void this.now());
    } else {
      this.stopped = true;
    }
    this.report(state);
  }

  stop(): void {
    this.stopped = true;
    this.callOff();
  }

  private retryAfter: number | null = null;

  private async attempt(): Promise<SendingState> {
    try {
      const receipt = await this.api.postText<Receipt>(`/elections/${this.uuid}/ballots`, this.sealed.ballot);
      return this.acknowledged(receipt);
    } catch (fault) {
      const error = asApiError(fault);
      this.retryAfter = error.retryAfter;
      if (error.passing) return { step: 'waiting', why: error.status === 0 ? 'network' : 'busy' };
      // The acknowledgement of an earlier attempt may have been lost just before the close.
      if (error.code === 'vote-closed' && this.failed > 0) return this.lookUp(error);
      return { step: 'refused', error };
    }
  }

  private acknowledged(receipt: Receipt): SendingState {
    if (receipt.hash === this.sealed.hash && receipt.tracker === this.sealed.tracker) return { step: 'received', receipt };
    return { step: 'refused', error: otherBallot };
  }

  private async lookUp(closed: ApiError): Promise<SendingState> {
    try {
      await this.api.get(`/elections/${this.uuid}/ballots/${this.sealed.hash}`);
      return { step: 'received', receipt: { tracker: this.sealed.tracker, hash: this.sealed.hash, replaces: false } };
    } catch (fault) {
      const error = asApiError(fault);
      if (error.passing) return { step: 'waiting', why: error.status === 0 ? 'network' : 'busy' };
      return { step: 'refused', error: closed };
    }
  }
}

const otherBallot = new ApiError({
  status: 502,
  code: 'receipt-of-another-ballot',
  vi: 'Máy chủ trả về mã của một phiếu khác.',
  en: 'The server answered with the tracker of another ballot.',
});
