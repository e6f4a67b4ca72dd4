// The main action of a list page: at the bottom on phones, top right beside the title on desktops.

import type { ComponentChildren } from 'preact';
import { Actions } from '../ui/page';

/** `sticky`: on phones it stays in sight while a long list scrolls. */
export function TopAction({ children, sticky = false }: { children: ComponentChildren; sticky?: boolean }) {
  return (
    <div class="top-action">
      <Actions sticky={sticky}>{children}</Actions>
    </div>
  );
}
