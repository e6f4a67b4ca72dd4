// Where the page was opened: /b/{uuid}#{credential}. The credential is taken out of the address bar
// at once, so that it stays neither on the screen nor in the history.

export interface BoothAddress {
  uuid: string;
  /** As it stood after the #; null when there was none. Not checked here. */
  credential: string | null;
}

export function takeAddress(location: Pick<Location, 'pathname' | 'hash'>, history: Pick<History, 'replaceState'>): BoothAddress {
  const uuid = /^\/b\/([^/]+)/.exec(location.pathname)?.[1] ?? '';
  let credential: string | null = null;
  if (location.hash.length > 1) {
    try {
      credential = decodeURIComponent(location.hash.slice(1));
    } catch {
      credential = location.hash.slice(1); // a stray %, which the check of the credential will name
    }
    history.replaceState(null, '', location.pathname);
  }
  return { uuid, credential };
}
