// Where one is in the app: the part of the address after '#', and who may go there.

import type { Account, Role } from './contract';

export type PageName =
  | 'home' | 'setup' | 'password'
  | 'accounts' | 'people' | 'import'
  | 'campaigns' | 'campaign' | 'unit' | 'remarks' | 'new-vote' | 'vote' | 'result' | 'minutes'
  | 'record' | 'residence' | 'residence-form' | 'my' | 'self-review';

export interface Place {
  page: PageName;
  /** The variable parts of the address, decoded, by the names in the route. */
  params: Record<string, string>;
}

const everyStaff: Role[] = ['office', 'committee', 'inspector'];

/** The table of all pages. `roles: null` is open to everybody, also without a session. */
export const routes: { page: PageName; path: string; roles: Role[] | null | 'signed-in' }[] = [
  { page: 'home', path: '', roles: 'signed-in' },
  { page: 'setup', path: 'setup', roles: null },
  { page: 'setup', path: 'setup/:token', roles: null },
  { page: 'password', path: 'password', roles: 'signed-in' },
  { page: 'accounts', path: 'accounts', roles: ['operator', 'inspector'] },
  { page: 'people', path: 'people', roles: everyStaff },
  { page: 'import', path: 'people/import', roles: ['office'] },
  { page: 'campaigns', path: 'campaigns', roles: everyStaff },
  { page: 'campaign', path: 'campaigns/:campaign', roles: everyStaff },
  { page: 'unit', path: 'campaigns/:campaign/units/:unit', roles: everyStaff },
  { page: 'remarks', path: 'campaigns/:campaign/remarks', roles: everyStaff },
  { page: 'new-vote', path: 'campaigns/:campaign/new-vote', roles: ['office'] },
  { page: 'self-review', path: 'campaigns/:campaign/self-review', roles: ['member'] },
  { page: 'vote', path: 'votes/:vote', roles: everyStaff },
  { page: 'result', path: 'votes/:vote/result', roles: everyStaff },
  { page: 'minutes', path: 'votes/:vote/minutes', roles: everyStaff },
  { page: 'record', path: 'records/:campaign/:person', roles: [...everyStaff, 'member'] },
  { page: 'record', path: 'records/:campaign/:person/entry/:entry', roles: [...everyStaff, 'member'] },
  { page: 'residence', path: 'residence', roles: ['residence'] },
  { page: 'residence-form', path: 'residence/:request', roles: ['residence'] },
  { page: 'my', path: 'my', roles: ['member'] },
];

/** The place that a hash names, or null when there is none. Trailing slashes do not matter. */
export function placeOf(hash: string): Place | null {
  const parts = hash.replace(/^#?\/*/, '').replace(/\/+$/, '').split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    if (pattern.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = pattern.every((step, i) => {
      const part = parts[i]!;
      if (!step.startsWith(':')) return step === part;
      try {
        params[step.slice(1)] = decodeURIComponent(part);
      } catch {
        return false;
      }
      return part !== '';
    });
    if (fits) return { page: route.page, params };
  }
  return null;
}

/** The roles that may see a page; null when it needs no session, 'signed-in' when any account will do. */
export function rolesFor(page: PageName): Role[] | null | 'signed-in' {
  return routes.find((route) => route.page === page)!.roles;
}

export function maySee(page: PageName, account: Account | null): boolean {
  const roles = rolesFor(page);
  if (roles === null) return true;
  if (!account) return false;
  return roles === 'signed-in' || roles.some((role) => account.roles.includes(role));
}

export interface MenuItem {
  page: PageName;
  href: string;
  vi: string;
  en: string;
}

const menu: MenuItem[] = [
  { page: 'campaigns', href: '#/campaigns', vi: 'Đợt đánh giá', en: 'Campaigns' },
  { page: 'people', href: '#/people', vi: 'Danh sách người', en: 'People' },
  { page: 'residence', href: '#/residence', vi: 'Nhận xét nơi cư trú', en: 'Residence remarks' },
  { page: 'my', href: '#/my', vi: 'Hồ sơ của tôi', en: 'My record' },
  { page: 'accounts', href: '#/accounts', vi: 'Tài khoản', en: 'Accounts' },
];

export function menuFor(account: Account): MenuItem[] {
  return menu.filter((item) => maySee(item.page, account));
}

/** The item of the menu under which a page lies for this account. */
export function menuPageOf(page: PageName, account: Account): PageName | null {
  const above = routes.find((route) => route.page === page)!.path.split('/')[0]!;
  const candidates: Record<string, PageName[]> = {
    accounts: ['accounts'],
    people: ['people'],
    campaigns: page === 'self-review' ? ['my'] : ['campaigns'],
    votes: ['campaigns'],
    records: ['campaigns', 'my'],
    residence: ['residence'],
    my: ['my'],
  };
  return (candidates[above] ?? []).find((item) => maySee(item, account)) ?? null;
}

/** May this account change things of the office? An inspector reads everything and changes nothing. */
export function isOffice(account: Account): boolean {
  return account.roles.includes('office');
}
