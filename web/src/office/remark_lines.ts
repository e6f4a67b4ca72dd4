// Requests for residence remarks as the office reads them: what needs attention stands first.

import { compareVietnamese } from '../ui/format';
import type { CampaignPerson, Exempt, RemarkRequest } from './contract';

function urgency(request: RemarkRequest): number {
  if (request.overdue) return 0;
  if (request.state === 'asked') return 1;
  if (request.state === 'late') return 2;
  return request.state === 'received' ? 3 : 4;
}

/** Overdue ones, then waiting by due day, late, received, exempt; equal ones by name. */
export function inOrder(requests: readonly RemarkRequest[]): RemarkRequest[] {
  return [...requests].sort(
    (a, b) =>
      urgency(a) - urgency(b) ||
      (a.due ?? '').localeCompare(b.due ?? '') ||
      compareVietnamese(a.name, b.name),
  );
}

/** Those of the campaign that nobody was asked about yet. */
export function notAsked(people: readonly CampaignPerson[], requests: readonly RemarkRequest[]): CampaignPerson[] {
  const asked = new Set(requests.map((request) => request.person_id));
  return people.filter((person) => !asked.has(person.person_id));
}

export type Choice = { kind: 'ask' } | { kind: 'exempt'; exempt: Exempt };

/** What is sent for the choices made; the reason "other" needs its note. */
export function requestsOf(choices: ReadonlyMap<string, Choice>): { person_id: string; exempt?: Exempt }[] {
  return [...choices].map(([person_id, choice]) => {
    if (choice.kind === 'ask') return { person_id };
    const { reason, note } = choice.exempt;
    return { person_id, exempt: note?.trim() ? { reason, note: note.trim() } : { reason } };
  });
}

export function isComplete(choices: ReadonlyMap<string, Choice>): boolean {
  return (
    choices.size > 0 &&
    [...choices.values()].every((choice) => choice.kind === 'ask' || choice.exempt.reason !== 'other' || Boolean(choice.exempt.note?.trim()))
  );
}
