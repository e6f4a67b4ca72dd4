// Which address is which page, and who may see it.
import { describe, expect, test } from 'vitest';
import type { Account, Role } from '../../src/office/contract';
import { maySee, menuFor, menuPageOf, placeOf, routes } from '../../src/office/router';

const who = (...roles: Role[]): Account => ({ id: 'a', login: 'a', name: 'A', roles, person_id: null, residence_committee_id: null });

describe('addresses', () => {
  test.each([
    ['', 'home', {}],
    ['#/', 'home', {}],
    ['#/setup', 'setup', {}],
    ['#/setup/AB12', 'setup', { token: 'AB12' }],
    ['#/people/import', 'import', {}],
    ['#/campaigns/c1/', 'campaign', { campaign: 'c1' }],
    ['#/campaigns/c1/new-vote', 'new-vote', { campaign: 'c1' }],
    ['#/votes/u%2F1/result', 'result', { vote: 'u/1' }],
    ['#/records/c1/p1', 'record', { campaign: 'c1', person: 'p1' }],
  ])('%s', (hash, page, params) => {
    expect(placeOf(hash)).toEqual({ page, params });
  });

  test.each(['#/nowhere', '#/votes', '#/records/c1', '#/votes/%E0%A4%A', '#/people/import/x'])('%s is no page', (hash) => {
    expect(placeOf(hash)).toBeNull();
  });
});

describe('roles', () => {
  test('without an account only the set-up is open', () => {
    const open = routes.filter((route) => maySee(route.page, null)).map((route) => route.page);
    expect(new Set(open)).toEqual(new Set(['setup']));
  });

  test.each<[Role, string[]]>([
    ['operator', ['accounts']],
    ['office', ['campaigns', 'people']],
    ['committee', ['campaigns', 'people']],
    ['residence', ['residence']],
    ['inspector', ['campaigns', 'people', 'accounts']],
    ['member', ['my']],
  ])('menu of %s', (role, pages) => {
    expect(menuFor(who(role)).map((item) => item.page)).toEqual(pages);
  });

  test('several roles add up', () => {
    expect(menuFor(who('member', 'operator')).map((item) => item.page)).toEqual(['my', 'accounts']);
  });

  test('an operator sees no opinion and no result; the residence officer only the own list', () => {
    for (const page of ['record', 'result', 'campaign', 'vote'] as const) {
      expect(maySee(page, who('operator'))).toBe(false);
      expect(maySee(page, who('residence'))).toBe(false);
      expect(maySee(page, who('inspector'))).toBe(true);
    }
  });

  test('what changes things is not for the inspector', () => {
    for (const page of ['import', 'new-vote', 'residence-form', 'self-review'] as const) expect(maySee(page, who('inspector'))).toBe(false);
  });

  test('a record lies under the campaigns for the office, under the own record for a member', () => {
    expect(menuPageOf('record', who('office'))).toBe('campaigns');
    expect(menuPageOf('record', who('member'))).toBe('my');
    expect(menuPageOf('self-review', who('office', 'member'))).toBe('my');
  });
});
