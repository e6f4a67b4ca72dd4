// Invitation links end in #TOKEN: browsers do not send what follows the #. The token stays in the
// address bar, so that a reload in the middle of the work finds its way back.
export function tokenOf(location: Pick<Location, 'hash'>): string {
  return location.hash.replace(/^#/, '').trim();
}
