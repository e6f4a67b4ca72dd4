/**
 * Of fewer ballots no totals are opened, as they would be single votes (security.md §2.1(a): the floor). The same number
 * as fewest_ballots in ballot/tally.h. Each trustee checks it, because the server is not trusted: a vote that was closed
 * after its first voter would have that one ballot opened.
 */
export const fewestBallots = 5;
