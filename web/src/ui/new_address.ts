// A page takes its address once, when it is loaded. Where several people use one device, the next slip or invitation
// opened in the same tab changes only what stands after the #: the browser keeps the page, and it would go on with the
// first person's secret.

type Tab = Pick<Window, 'addEventListener'> & { readonly location: Pick<Location, 'hash' | 'reload'> };

/**
 * Loads the page anew as soon as another address of it is opened; `leave` takes away first what is on it. Taking the
 * fragment off the address bar (history.replaceState) is no such change: browsers tell nobody of it.
 */
export function startOverAtNewAddress(tab: Tab, leave: () => void = () => {}): void {
  tab.addEventListener('hashchange', () => {
    if (tab.location.hash.length < 2) return; // nobody's address
    leave();
    tab.location.reload();
  });
}
