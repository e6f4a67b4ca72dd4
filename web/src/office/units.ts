// Units in their tree.

import type { Unit } from './contract';

/** "Đảng bộ Sở / Chi bộ 1": the names from the root down. Unknown ids give ''. */
export function unitPath(units: readonly Unit[], id: string): string {
  const names: string[] = [];
  // A tree that bites its own tail must not hang the page.
  for (let at = units.find((unit) => unit.id === id); at && names.length <= units.length; ) {
    names.unshift(at.name);
    const parent: string | null = at.parent_id;
    at = units.find((unit) => unit.id === parent);
  }
  return names.join(' / ');
}
