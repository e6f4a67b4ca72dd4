// A small board for the tests of the pages, in memory, with the real protocol: the calls of the
// public, trustee and slip routes, refusals included. Never part of the product.
import { checkBallot } from '../../src/protocol/ballotCheck';
import { BoardWriter } from '../../src/protocol/board';
import { utf8 } from '../../src/protocol/bytes';
import { checkShare } from '../../src/protocol/decrypt';
import { readElection, HARDENED_PROFILE, type Election } from '../../src/protocol/election';
import { decodeElement, encodeElement, power, product } from '../../src/protocol/group';
import { hexToB64, sha256Hex } from '../../src/protocol/hash';
import { parseJson, writeJson, type Json } from '../../src/protocol/json';
import { randomBase58, systemRandom } from '../../src/protocol/random';
import { Refusal } from '../../src/protocol/refusal';
import { encodeScalar, randomScalar } from '../../src/protocol/scalar';
import { BallotBox, interpolate, opened, packChoices, tallyJson, type Factors, type Tally } from '../../src/protocol/tally';
import { discreteLogs } from '../protocol/support/discreteLogs';
import { readTrusteeKey } from '../../src/protocol/certificates';
import { vinputFor } from '../protocol/support/vote';
import type { Done } from '../../src/trustee/status';

type Fields = Record<string, Json>;

export interface Answer {
  status: number;
  body: unknown; // Uint8Array: sent as it is; other: JSON
  headers?: Record<string, string>;
}

class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly vi = 'Máy chủ thử từ chối.',
    readonly en = 'The test server refuses.',
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
  }
}

const LEVELS = ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp'];
const DAY = '2026-12-15';
const TIME = Date.UTC(2026, 11, 15) / 1000;
const PAGE_HASH = sha256Hex('trang bỏ phiếu thử');

interface Member {
  name: string;
  done: Done;
  certificate?: Json;
  polynomial?: Json;
  key?: Json;
}

export class BoardServer {
  readonly uuid = 'thuNghiemMinhTin9';
  readonly name = 'Đảng bộ Thử nghiệm, lấy phiếu cuối năm 2026';
  state: 'preparing' | 'open' | 'closed' | 'counted' = 'preparing';
  /** What the next casting calls meet, one entry a call. */
  linksEnded = false; // the vote is counted
  trouble: ('busy' | 'lost')[] = []; // 'lost': the connection breaks before an answer
  /** Hands out an archive with one bit changed. */
  spoil = false;
  /** The next call of this path is refused. */
  refuseNext = '';
  credentials: string[] | null = null;
  ceremony = 'cuocthu1';
  election: Election | null = null;
  electionText = '';
  trusteesText = '';
  ballots: { hash: string; credential: string }[] = [];
  calls: { method: string; path: string; body: string | null; headers: Record<string, string> }[] = [];
  private writer: BoardWriter | null = null;
  private box: BallotBox | null = null;
  private tally: Tally | null = null;
  private readonly shares = new Map<number, Factors>();
  private drill: { id: string; r: bigint } | null = null;

  constructor(
    readonly persons: readonly string[],
    readonly members: Member[] = ['Phan Thử Một', 'Lý Thử Hai', 'Đoàn Thử Ba'].map((name) => ({ name, done: 'none' })),
    readonly threshold = 2,
    readonly slips = 20,
  ) {}

  handle(method: string, path: string, body: string | null, headers: Record<string, string> = {}): Answer {
    this.calls.push({ method, path, body, headers });
    try {
      return this.route(method, path, body, headers);
    } catch (fault) {
      if (fault instanceof Refusal) return this.problem(422, fault.code, fault.vi, fault.en);
      if (fault instanceof Problem) return { ...this.problem(fault.status, fault.code, fault.vi, fault.en), headers: fault.headers };
      throw fault;
    }
  }

  private problem(status: number, code: string, vi: string, en: string): Answer {
    return { status, body: { status, code, title: en, vi, en } };
  }

  private route(method: string, path: string, body: string | null, headers: Record<string, string>): Answer {
    const call = `${method} ${path.replace(this.uuid, '*')}`;
    if (call === 'GET /info') {
      return { status: 200, body: { version: '0', demo: true, organisation: 'Đảng bộ Thử nghiệm', today: DAY, page_hash: PAGE_HASH, setup_needed: false } };
    }
    if (path.startsWith('/elections/') && !path.startsWith(`/elections/${this.uuid}`)) throw new Problem(404, 'election-unknown');
    if (call === 'GET /elections/*') return { status: 200, body: this.notice() };
    if (call === 'GET /elections/*/election.json') return { status: 200, body: utf8(this.electionText) };
    if (call === 'GET /elections/*/credentials.json') return { status: 200, body: this.credentials };
    if (call === 'GET /elections/*/archive.bel') return { status: 200, body: this.archive() };
    if (call === 'POST /elections/*/ballots') return this.cast(body!);
    if (method === 'GET' && path.startsWith(`/elections/${this.uuid}/ballots/`)) return this.find(path.split('/').at(-1)!);
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    if (path.startsWith('/slips')) return this.slipCalls(call, body, token);
    if (path === this.refuseNext) {
      this.refuseNext = '';
      throw new Problem(500, 'broken');
    }
    const index = /^thanhvien([1-9])$/.exec(token)?.[1];
    if (!index || this.linksEnded) throw new Problem(401, 'token-unknown', 'Liên kết không đúng.', 'The link is not valid.');
    return this.trusteeCalls(call, body, Number(index));
  }

  private archive(): Uint8Array {
    const bytes = this.writer!.bytes();
    if (this.spoil) bytes[bytes.length >> 1]! ^= 1;
    return bytes;
  }

  notice() {
    const { uuid, name, state } = this;
    return { uuid, name, day: DAY, state, fingerprint: this.election?.fingerprint ?? null, persons: this.persons.length };
  }

  // Casting

  private cast(body: string): Answer {
    if (this.state === 'preparing') throw new Problem(409, 'vote-not-open', 'Chưa đến giờ bỏ phiếu.', 'Voting has not opened.');
    if (this.state !== 'open') throw new Problem(409, 'vote-closed', 'Đã hết giờ bỏ phiếu.', 'Voting has closed.');
    const trouble = this.trouble.shift();
    if (trouble === 'busy') throw new Problem(503, 'busy', 'Máy chủ đang bận.', 'The server is busy.', { 'Retry-After': '1' });
    if (trouble === 'lost') return { status: 0, body: null };
    const hash = sha256Hex(body);
    const known = this.ballots.find((b) => b.hash === hash);
    const { credential, choices } = checkBallot(body, this.election!, new Set(this.credentials));
    const replaces = this.ballots.some((b) => b.credential === credential && b.hash !== hash);
    if (!known) {
      this.box!.put(credential, packChoices(choices), 1n);
      this.writer!.append('Ballot', [body]);
      this.ballots.push({ hash, credential });
    }
    return { status: 201, body: { tracker: hexToB64(hash), hash, replaces } };
  }

  private find(hash: string): Answer {
    const ballot = this.ballots.find((b) => b.hash === hash);
    if (!ballot) throw new Problem(404, 'ballot-unknown', 'Không có phiếu này.', 'No such ballot.');
    const last = this.ballots.findLast((b) => b.credential === ballot.credential);
    return { status: 200, body: { found: true, counted: last === ballot } };
  }

  // Slips

  private slipCalls(call: string, body: string | null, token: string): Answer {
    if (token !== 'inphieu') throw new Problem(401, 'token-unknown', 'Liên kết không đúng.', 'The link is not valid.');
    if (call === 'POST /slips/credentials') {
      if (!this.election) throw new Problem(409, 'keys-missing', 'Chưa đủ khóa của ban kiểm phiếu.', 'The keys are not complete.');
      if (this.credentials) throw new Problem(409, 'slips-registered', 'Danh sách đã được công bố.', 'The list is published already.');
      const { credentials } = JSON.parse(body!) as { credentials: string[] };
      if (credentials.length !== this.slips || new Set(credentials).size !== this.slips) throw new Problem(422, 'slips-count');
      credentials.forEach((c) => decodeElement(c, 'credential'));
      this.credentials = credentials;
      return { status: 201, body: {} };
    }
    return {
      status: 200,
      body: {
        uuid: this.uuid, name: this.name, day: DAY, count: this.slips, registered: this.credentials !== null,
        ballot_path: `/b/${this.uuid}`, fingerprint: this.election?.fingerprint ?? null, page_hash: PAGE_HASH,
      },
    };
  }

  // Trustees


  private stepOf({ done }: Member): string {
    if (done === 'none') return 'certificate';
    if (done === 'certificate') return this.members.every((m) => m.certificate) ? 'polynomial' : 'wait';
    if (done === 'polynomial') return this.members.every((m) => m.polynomial) ? 'key' : 'wait';
    if (done === 'key') return 'drill';
    if (done === 'share' || this.state === 'counted') return 'done';
    return { preparing: 'wait-open', open: 'voting', closed: 'share' }[this.state];
  }

  private statusOf(index: number): Answer {
    const me = this.members[index - 1]!;
    const everyone = <T>(of: (m: Member) => T | undefined): T[] | null => (this.members.every((m) => of(m)) ? this.members.map((m) => of(m)!) : null);
    const polynomials = everyone((m) => m.polynomial);
    return {
      status: 200,
      body: {
        vote: { uuid: this.uuid, name: this.name, day: DAY, state: this.state, persons: [] },
        index, name: me.name, size: this.members.length, threshold: this.threshold, step: this.stepOf(me), ceremony: this.ceremony,
        members: this.members.map((m, i) => ({ index: i + 1, name: m.name, done: m.done })),
        certificates: everyone((m) => m.certificate),
        vinput: polynomials ? vinputFor(polynomials, index) : null,
        private_key: null, public_key: null, fingerprint: this.election?.fingerprint ?? null, trustees: this.trusteesText || null,
      },
    };
  }

  private trusteeCalls(call: string, body: string | null, index: number): Answer {
    const me = this.members[index - 1]!;
    const value = body === null ? null : parseJson(body, 'body');
    if (call === 'POST /trustee/certificate') Object.assign(me, { certificate: value, done: 'certificate' });
    if (call === 'POST /trustee/polynomial') Object.assign(me, { polynomial: value, done: 'polynomial' });
    if (call === 'POST /trustee/key') {
      Object.assign(me, { key: (value as Fields).public_key, done: 'key' });
      if (this.members.every((m) => m.key)) this.makeElection();
    }
    if (call === 'POST /trustee/drill/start') {
      this.drill = { id: randomBase58(16, systemRandom), r: randomScalar(systemRandom) };
      return { status: 200, body: { id: this.drill.id, r: encodeScalar(this.drill.r) } };
    }
    if (call === 'POST /trustee/drill') {
      const key = readTrusteeKey(me.key!, 'key', true).key;
      const { factor } = value as Fields;
      if (!this.drill || !power(key, this.drill.r).equals(decodeElement(factor, 'factor'))) throw new Problem(422, 'drill-wrong');
      me.done = 'drill';
    }
    if (call === 'POST /trustee/share') this.takeShare(body!, index, me);
    return this.statusOf(index);
  }

  resetCeremony(): void {
    this.ceremony += 'x';
    this.trusteesText = '';
    for (const m of this.members) Object.assign(m, { done: 'none', certificate: undefined, polynomial: undefined, key: undefined });
  }

  // The life of the vote

  private makeElection(): void {
    const coefexps = this.members.map((m) => (m.polynomial as Fields).coefexps as Fields);
    const firsts = coefexps.map((c) => decodeElement(((parseJson(c.message as string, 'c') as Fields).coefexps as Json[])[0]));
    this.setElection(encodeElement(product(firsts)));
    this.trusteesText = writeJson([
      ['Pedersen', {
        threshold: this.threshold,
        certs: this.members.map((m) => m.certificate!),
        coefexps: this.members.map((m) => (m.polynomial as Fields).coefexps!),
        signatures: this.members.map((m) => (m.polynomial as Fields).signature!),
        verification_keys: this.members.map((m) => m.key!),
      }],
    ]);
  }

  setElection(publicKey: string): void {
    this.electionText = writeJson({
      version: 1, description: 'Dữ liệu thử, không có thật', name: this.name, group: 'Ed25519', public_key: publicKey,
      questions: this.persons.map((question) => ({ answers: LEVELS, min: 0, max: 1, question })), uuid: this.uuid, profile: HARDENED_PROFILE,
    });
    this.election = readElection(utf8(this.electionText));
  }

  open(): void {
    const trustees = this.trusteesText;
    const publics = writeJson(this.credentials!);
    this.writer = new BoardWriter(TIME);
    this.writer.append('Setup', [
      this.electionText, trustees, publics,
      writeJson({ election: sha256Hex(this.electionText), trustees: sha256Hex(trustees), credentials: sha256Hex(publics) }),
    ]);
    this.openBox();
  }

  /** Takes ballots without a committee behind it, for tests of the ballot page alone. */
  openBox(): void {
    this.writer ??= new BoardWriter(TIME);
    this.box = new BallotBox(this.election!);
    this.state = 'open';
  }

  close(): void {
    this.writer!.append('EndBallots', []);
    this.tally = this.box!.sum();
    const encrypted = tallyJson(this.tally);
    const counted = this.box!.counted;
    this.writer!.append('EncryptedTally', [encrypted, writeJson({ num_tallied: counted, total_weight: counted, encrypted_tally: sha256Hex(encrypted) })]);
    this.state = 'closed';
  }

  private takeShare(share: string, index: number, me: Member): void {
    const key = readTrusteeKey(me.key!, 'key', true);
    this.shares.set(index, checkShare(share, key, this.election!.fingerprint, this.tally!, true));
    this.writer!.append('PartialDecryption', [share, writeJson({ owner: index, payload: sha256Hex(share) })]);
    me.done = 'share';
  }

  finish(): void {
    const points = [...this.shares.keys()].slice(0, this.threshold);
    const open = opened(this.tally!, interpolate(this.shares, points));
    const logs = discreteLogs(open.flat(), BigInt(this.box!.counted));
    let at = 0;
    this.writer!.append('Result', [writeJson({ result: open.map((row) => row.map(() => Number(logs[at++]))) })]);
    this.state = 'counted';
  }
}
