// A confidence vote being prepared: what is still missing before it can be created.

import { fewestBallots } from '../protocol/fewest';
import type { NewVote, SignedBy } from './contract';
import { folded } from './name_filter';

export interface VoteDraft {
  name: string;
  day: string;
  persons: string[];
  chair: string;
  trustees: SignedBy[];
  threshold: string;
  slips: string;
}

export type Lack =
  | 'name' | 'day' | 'persons' | 'chair' | 'trustees' | 'trustee-twice' | 'trustee-on-list' | 'threshold' | 'slips';

const whole = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN);
const filled = (trustees: readonly SignedBy[]) => trustees.filter((each) => each.name.trim() !== '');
const asOne = (name: string) => folded(name).trim().replace(/\s+/g, ' ');

/** Everything that keeps the vote from being created; `names` are those of the persons voted on. */
export function lacks(draft: VoteDraft, names: readonly string[]): Lack[] {
  const found: Lack[] = [];
  const trustees = filled(draft.trustees);
  const threshold = whole(draft.threshold);
  if (draft.name.trim() === '') found.push('name');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.day)) found.push('day');
  if (draft.persons.length === 0) found.push('persons');
  if (draft.chair === '') found.push('chair');
  if (trustees.length < 3) found.push('trustees');
  if (new Set(trustees.map((each) => asOne(each.name))).size < trustees.length) found.push('trustee-twice');
  // Nobody counts a vote on themself.
  const voted = new Set(names.map(asOne));
  if (trustees.some((each) => voted.has(asOne(each.name)))) found.push('trustee-on-list');
  // With all of them needed, one lost key file would lose the vote; with one, one person could open alone.
  if (!(threshold >= 2 && threshold < Math.max(trustees.length, 3))) found.push('threshold');
  // With fewer, the trustees would not count what was cast.
  if (!(whole(draft.slips) >= fewestBallots)) found.push('slips');
  return found;
}

export function asNewVote(draft: VoteDraft): NewVote {
  return {
    name: draft.name.trim(),
    day: draft.day,
    persons: draft.persons,
    chair_id: draft.chair,
    trustees: filled(draft.trustees).map((each) => ({ name: each.name.trim(), post: each.post.trim() })),
    threshold: whole(draft.threshold),
    slips: whole(draft.slips),
  };
}
