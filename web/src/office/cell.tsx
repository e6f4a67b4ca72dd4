// A cell of a table that becomes a card on phones, where it carries its heading.

import type { ComponentChildren } from 'preact';

export function Cell({ label, children, code = false }: { label: string; children: ComponentChildren; code?: boolean }) {
  return (
    <td data-label={label}>
      <div class={code ? 'code' : undefined}>{children}</div>
    </td>
  );
}
