// A tracker is the SHA-256 of the ballot: 43 characters of base64 for people, hexadecimal for the
// address of the board.

/** What was pasted or typed → 64 hex digits; null when it cannot be a tracker. Blanks and a final
 *  "=" do not matter. */
export function hashOfTracker(typed: string): string | null {
  const tidy = typed.replace(/\s+/g, '').replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]{43}$/.test(tidy)) return null;
  let binary: string;
  try {
    binary = atob(`${tidy}=`);
  } catch {
    return null;
  }
  return binary.length === 32 ? [...binary].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('') : null;
}
