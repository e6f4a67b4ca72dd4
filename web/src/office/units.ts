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

/** A unit and all below it, in the order given. */
export function treeBelow(units: readonly Unit[], root: string): Unit[] {
  const inside = new Set([root]);
  // A parent may come after its child; each round finds at least one more, or is the last.
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const unit of units) if (unit.parent_id !== null && inside.has(unit.parent_id)) inside.add(unit.id);
  }
  return units.filter((unit) => inside.has(unit.id));
}
