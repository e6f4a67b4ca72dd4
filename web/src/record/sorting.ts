// The order of the rows of a result.

import type { Counts, PersonResult } from '../office/contract';

export type Sorting = 'ballot' | keyof Counts;

/** As on the ballot, or by the number of one level, most first; equal ones stay as on the ballot. */
export function sorted(persons: readonly PersonResult[], by: Sorting): PersonResult[] {
  const inOrder = [...persons].sort((a, b) => a.question - b.question);
  return by === 'ballot' ? inOrder : inOrder.sort((a, b) => b.counts[by] - a.counts[by]);
}
