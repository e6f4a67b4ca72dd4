// What each event of an archive must hold, after the ones before it (protocol.md chapter 14, hardening.md).
import type { AuditedBallot, AuditReport, ClosedBox } from './audit';
import type { Datum, Step } from './board';
import { equalBytes, utf8 } from './bytes';
import type { PackedBallot } from './checkers';
import { checkShare } from './decrypt';
import { readElection, type Election } from './election';
import { base, encodeElement, identity } from './group';
import { hexToB64 } from './hash';
import { parseDocument } from './json';
import { readCredentials } from './publicCredentials';
import { placed, Refusal, refuse } from './refusal';
import { integer, list, record, weight, type Fields } from './shape';
import { BallotBox, interpolate, multiply, opened, sameFactors, tallyJson, type Factors, type Tally } from './tally';
import { readTrustees, type Trustees } from './trustees';

/** Why a share that could be read may be passed over when others stand in for it. */
const READ_BUT_WRONG: ReadonlySet<string> = new Set([
  'share-shape',
  'element-not-canonical',
  'element-not-in-group',
  'element-identity',
  'decryption-proof',
  'strong-proof',
]);

/** Everything that is known after the Setup event. */
export class Audit {
  readonly election: Election;
  private readonly canonical: boolean;
  readonly trustees: Trustees;
  readonly credentials: Map<string, bigint>;
  private readonly box: BallotBox;
  readonly ballots: AuditedBallot[] = [];
  readonly warnings: string[] = [];
  tally: Tally | null = null;
  private closed: ClosedBox | null = null;
  private readonly shares = new Map<number, Factors>();
  private readonly owners = new Set<number>();
  result: string[][] | null = null;

  constructor({ data }: Step) {
    this.election = readElection(data[0]!.bytes);
    const { hardened } = this.election;
    this.canonical = hardened;
    const named = this.document(data.at(-1)!, 'setup_data', ['election', 'trustees', 'credentials', 'credentials_certificate'], ['credentials_certificate']);
    const names = [named.election, named.trustees, named.credentials, ...('credentials_certificate' in named ? [named.credentials_certificate] : [])];
    const before = data.slice(0, -1);
    if (names.length !== before.length || before.some((d, i) => d.hash !== names[i])) refuse('setup-data');
    this.trustees = readTrustees(data[1]!.bytes, hardened);
    if (!this.trustees.product.equals(this.election.key)) refuse('election-key');
    this.credentials = readCredentials(data[2]!.bytes, hardened);
    this.box = new BallotBox(this.election);
    if (this.credentials.has(encodeElement(identity))) {
      this.warnings.push('credential-identity: the neutral element is among the credentials; anybody can vote with it');
    }
    if (!hardened) {
      this.warnings.push('without the hardened profile, results are proved only if trustees and last voters do not collude');
    }
  }

  /** A message that is free-form in version 1 and has one spelling in the hardened profile. */
  private document({ bytes }: Datum, what: string, fields: readonly string[], optional: readonly string[] = []): Fields {
    return record(parseDocument(bytes, what, this.canonical), what, fields, { optional, lax: !this.canonical });
  }

  /** Takes a ballot that was found good. */
  ballot(hash: string, { credential, packed }: PackedBallot): void {
    this.box.put(credential, packed, this.credentials.get(credential)!);
    this.ballots.push({ hash, tracker: hexToB64(hash), credential });
  }

  encryptedTally({ hash, data: [encrypted, sized] }: Step): void {
    this.tally = this.box.sum();
    if (!equalBytes(encrypted!.bytes, utf8(tallyJson(this.tally)))) refuse('tally-wrong');
    const s = this.document(sized!, 'sized tally', ['num_tallied', 'total_weight', 'encrypted_tally']);
    if (s.encrypted_tally !== encrypted!.hash) refuse('tally-name');
    if (integer(s.num_tallied, 'num_tallied') !== this.box.counted) refuse('tally-count', 'num_tallied');
    if (weight(s.total_weight, 'total_weight', this.canonical) !== this.box.totalWeight) refuse('tally-count', 'total_weight');
    this.closed = { counted: this.box.counted, head: hash };
  }

  partialDecryption({ data: [share, owned] }: Step): void {
    const o = this.document(owned!, 'owned share', ['owner', 'payload']);
    if (o.payload !== share!.hash) refuse('share-name');
    const owner = integer(o.owner, 'owner');
    const key = this.trustees.keys[owner - 1];
    if (!key) refuse('share-owner', `${owner}`);
    if (this.owners.has(owner)) refuse('share-repeated', `${owner}`);
    this.owners.add(owner);
    const { hardened, fingerprint } = this.election;
    try {
      const factors = within(`share of trustee ${owner}`, () => checkShare(share!.bytes, key, fingerprint, this.tally!, hardened));
      this.shares.set(owner, factors);
    } catch (e) {
      // As belenios-tool 3.3.0: a bad share of a threshold trustee does not stop a tally that has enough without it.
      // In the hardened profile shares are checked before they are appended, so a bad one is a fault of the server.
      // What cannot be read at all is no share, and belenios-tool does not take it either.
      if (!(e instanceof Refusal) || hardened || this.isMandatory(owner) || !READ_BUT_WRONG.has(e.code)) throw e;
      this.warnings.push(`ignored: ${e.message}`);
    }
  }

  private isMandatory(owner: number): boolean {
    let last = 0;
    return this.trustees.groups.find((g) => owner <= (last += g.keys.length))!.mandatory;
  }

  /** The decryption factor of the whole list of trustees; surplus shares must fit. */
  private combined(): Factors {
    let base = 0;
    const parts = this.trustees.groups.map(({ threshold, keys }) => {
      const own = new Map(keys.flatMap((_, i): [number, Factors][] => (this.shares.has(base + i + 1) ? [[i + 1, this.shares.get(base + i + 1)!]] : [])));
      base += keys.length;
      const points = [...own.keys()].slice(0, threshold);
      if (points.length < threshold) refuse('shares-missing', `${points.length} of ${threshold}`);
      for (const surplus of [...own.keys()].slice(threshold)) {
        if (!sameFactors(interpolate(own, points, surplus), own.get(surplus)!)) refuse('shares-inconsistent', `share ${surplus}`);
      }
      return interpolate(own, points);
    });
    return parts.reduce(multiply);
  }

  finalResult({ data: [datum] }: Step): void {
    const r = this.document(datum!, 'result', ['result']);
    const most = this.box.totalWeight;
    const open = opened(this.tally!, this.combined());
    const rows = list(r.result, 'result');
    if (rows.length !== open.length) refuse('result-shape');
    this.result = open.map((row, i) => {
      const claimed = list(rows[i], 'result');
      if (claimed.length !== row.length) refuse('result-shape', `question ${i}`);
      return row.map((_, j) => {
        const claim = weight(claimed[j], 'result', this.canonical);
        if (claim > most) refuse('result-too-large', `question ${i}, answer ${j}`);
        if (!base(claim).equals(row[j]!)) refuse('result-wrong', `question ${i}, answer ${j}`);
        return claim.toString();
      });
    });
  }

  report(last: Step, archiveHash: string): AuditReport {
    const { uuid, name, fingerprint, hardened, questions } = this.election;
    const final = new Map(this.ballots.map((b) => [b.credential, b.hash]));
    return {
      uuid,
      name,
      fingerprint,
      hardened,
      questions,
      state: this.result ? 'counted' : last.type === 'Setup' || last.type === 'Ballot' ? 'open' : 'closed',
      events: last.height + 1,
      head: last.hash,
      archiveHash,
      credentials: this.credentials.size,
      ballots: this.ballots.map((b) => ({ ...b, counted: final.get(b.credential) === b.hash })),
      counted: final.size,
      box: this.closed,
      trustees: this.trustees.keys.length,
      shares: [...this.shares.keys()].sort((a, b) => a - b),
      result: this.result,
      warnings: this.warnings,
    };
  }
}

function within<T>(place: string, check: () => T): T {
  try {
    return check();
  } catch (e) {
    throw placed(place, e);
  }
}
