// A cell of a table that becomes a card on phones, where it carries its heading.

import type { ComponentChildren } from 'preact';

interface CellProps {
  label: string;
  children: ComponentChildren;
  code?: boolean;
  /** A long code, which wants the whole width of the card. */
  long?: boolean;
  /** Nothing but a short state, which stands at the right so that a long heading has room. */
  state?: boolean;
}

export function Cell({ label, children, code = false, long = false, state = false }: CellProps) {
  return (
    <td data-label={label} class={state ? 'state-cell' : long ? 'long-cell' : undefined}>
      <div class={code ? 'code' : undefined}>{children}</div>
    </td>
  );
}
