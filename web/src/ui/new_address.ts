// A page takes its address once, when it is loaded. Where several people use one device, the next slip or invitation
// opened in the same tab changes only what stands after the #: the browser keeps the page, and it would go on with the
// first person's secret.

type Tab = Pick<Window, 'addEventListener'> & { readonly location: Pick<Location, 'hash' | 'pathname' | 'reload'>; readonly history: Pick<History, 'replaceState'> };

/** Where a page says that something on it would be lost. */
export interface NextAddress {
  /** When set it is called instead of opening the next address, with what opens it; null: it is opened at once. */
  hold: ((open: () => void) => void) | null;
}

/**
 * Loads the page anew as soon as another address of it is opened; `leave` takes away first what is on it. Taking the
 * fragment off the address bar (history.replaceState) is no such change: browsers tell nobody of it. While `next` holds,
 * the secret of the next address is off the address bar too, and the page decides.
 */
export function startOverAtNewAddress(tab: Tab, leave: () => void = () => {}, next: NextAddress = { hold: null }): void {
  tab.addEventListener('hashchange', () => {
    const { hash, pathname } = tab.location;
    if (hash.length < 2) return; // nobody's address
    const open = () => {
      leave();
      tab.location.reload();
    };
    if (next.hold === null) return open();
    tab.history.replaceState(null, '', pathname);
    next.hold(() => {
      tab.history.replaceState(null, '', pathname + hash);
      open();
    });
  });
}
