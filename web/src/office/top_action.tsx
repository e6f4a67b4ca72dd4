// The main action of a list page: at the bottom on phones, top right beside the title on desktops.

import type { ComponentChildren } from 'preact';
import { Actions } from '../ui/page';

export function TopAction({ children }: { children: ComponentChildren }) {
  return (
    <div class="top-action">
      <Actions>{children}</Actions>
    </div>
  );
}
