// How fast a check goes, from what was done and when. Times are milliseconds of any clock, and arguments.

interface Mark {
  readonly at: number;
  readonly ballots: number;
  readonly bytes: number;
}

// Long enough to be steady, short enough to follow a machine that slows down.
const SPAN = 10_000;
const LEAST = 1_000;

export class Pace {
  private marks: Mark[] = [];

  note(mark: Mark): void {
    this.marks.push(mark);
    while (this.marks.length > 2 && this.marks[1]!.at <= mark.at - SPAN) this.marks.shift();
  }

  /** Over the last seconds; null while there is too little to tell. */
  get ballotsPerSecond(): number | null {
    return this.perSecond('ballots');
  }

  /** Until all of `size` bytes are done; null while that cannot be told. */
  secondsLeft(size: number | null): number | null {
    const speed = this.perSecond('bytes');
    return size === null || speed === null ? null : Math.max(0, size - this.marks.at(-1)!.bytes) / speed;
  }

  private perSecond(what: 'ballots' | 'bytes'): number | null {
    const [first, last] = [this.marks[0], this.marks.at(-1)];
    if (!first || !last || last.at - first.at < LEAST || last[what] <= first[what]) return null;
    return ((last[what] - first[what]) * 1000) / (last.at - first.at);
  }
}
