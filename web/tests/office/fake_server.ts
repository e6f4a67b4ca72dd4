// A small server for tests of the office pages, in memory, that speaks the API. Never shipped. All names are invented.

import type { FileFindings } from '../../src/record/findings';
import type { Statement } from '../../src/record/statement';
import { ofUnit, topics, verdict } from '../record/a_verdict';
import type {
  Account, Attendance, CampaignDetail, CampaignPerson, ChannelState, Entry, Exempt, Fields, FormField, ImportPreview, NewVote, Person,
  RecordPage, RemarkRequest, ResidenceRequest, Role, Step, StepId, Vote, VoteResult, VoteState,
} from '../../src/office/contract';

export interface Asked {
  method: string;
  /** Below /api/v1, without the query. */
  path: string;
  query?: URLSearchParams;
  body?: unknown;
  /** Login of the session, if any. */
  login?: string | null;
}

export interface Answered {
  status: number;
  body?: unknown;
  /** Set: the session begins for this login. Null: it ends. */
  login?: string | null;
}

const TODAY = '2026-11-21';
const ok = (body: unknown): Answered => ({ status: 200, body });
const made = (body: unknown): Answered => ({ status: 201, body });
const refused = (status: number, code: string, vi: string, en: string, details?: unknown): Answered => ({
  status,
  body: { status, code, title: en, vi, en, details },
});
const notFound = () => refused(404, 'not-found', 'Không có mục này.', 'There is no such thing.');
const forbidden = () => refused(403, 'not-allowed', 'Tài khoản này không được làm việc đó.', 'This account may not do that.');

const assessment = [
  { id: 'good', label_vi: 'Tốt', label_en: 'Good' },
  { id: 'fair', label_vi: 'Đạt', label_en: 'Fair' },
  { id: 'poor', label_vi: 'Chưa tốt', label_en: 'Not good' },
  { id: 'unknown', label_vi: 'Không có thông tin', label_en: 'No information' },
];
export const remarkForm: FormField[] = [
  { id: 'period', kind: 'text', label_vi: 'Thời gian nhận xét', label_en: 'Period', required: true },
  { id: 'law', kind: 'choice', label_vi: 'Bản thân và gia đình chấp hành pháp luật', label_en: 'Observing the law', required: true, options: assessment, note: true },
  { id: 'meetings', kind: 'choice', label_vi: 'Tham gia sinh hoạt nơi cư trú', label_en: 'Taking part in meetings', required: true, options: assessment, note: true },
  { id: 'meetings-invited', kind: 'number', label_vi: 'Số buổi được mời', label_en: 'Meetings invited to', required: false },
  { id: 'general', kind: 'paragraph', label_vi: 'Nhận xét chung', label_en: 'General remark', required: true },
];
export const reviewForm: FormField[] = [
  { id: 'ethics', kind: 'paragraph', label_vi: 'I.1. Phẩm chất chính trị, đạo đức, lối sống', label_en: 'I.1. Political quality, ethics', required: true },
  { id: 'ethics-grade', kind: 'choice', label_vi: 'Tự đánh giá mục I.1', label_en: 'Own grade for I.1', required: true, options: assessment.slice(0, 3) },
];

const names = ['Nguyễn Văn Thử', 'Trần Thị Mẫu', 'Lê Ví Dụ', 'Phạm Giả Định', 'Hoàng Thí Nghiệm', 'Đặng Thị Bịa', 'Vũ Không Thật'];
const posts = ['Giám đốc', 'Phó Giám đốc', 'Phó Giám đốc', 'Chánh Văn phòng', 'Trưởng phòng Kế hoạch', 'Phó Trưởng phòng Kế hoạch', 'Chuyên viên'];
const people: Person[] = names.map((name, i) => ({
  id: `person${i}`,
  code: `TH${100 + i}`,
  name,
  birth_day: `19${60 + i * 4}-0${1 + (i % 9)}-15`,
  posts: [
    { title: posts[i]!, unit_id: i < 4 ? 'root' : 'plan', unit_name: i < 4 ? 'Đảng bộ Sở Thử Nghiệm' : 'Chi bộ Phòng Kế hoạch', main: true },
    ...(i === 1 ? [{ title: 'Bí thư Chi bộ', unit_id: 'plan', unit_name: 'Chi bộ Phòng Kế hoạch', main: false }] : []),
  ],
  residence_committee: { id: 'rc1', name: 'Chi bộ Tổ 5' },
}));

const stepIds: StepId[] = ['list', 'trustees', 'keys', 'drill', 'slips', 'open', 'count', 'record'];
const stepOwner: Record<StepId, Step['who']> = { list: 'office', trustees: 'office', keys: 'trustees', drill: 'trustees', slips: 'slips', open: 'chair', count: 'chair', record: 'office' };
const doneUntil: Record<VoteState, StepId> = { setup: 'keys', ready: 'open', open: 'count', closed: 'count', counted: 'record', recorded: 'record' };

function account(login: string, name: string, roles: Role[], extra: Partial<Account> = {}): Account {
  return { id: `acc-${login}`, login, name, roles, person_id: null, residence_committee_id: null, disabled: false, ...extra };
}

export const BOX = { counted: 47, head: 'b0c5'.padEnd(64, '7') };

export class FakeServer {
  readonly password = 'mot cau dai de nho';
  setupNeeded = false;
  readonly accounts: Account[] = [
    account('quantri', 'Bùi Quản Trị Thử', ['operator']),
    account('vanphong', 'Đỗ Văn Phòng Thử', ['office']),
    account('chutri', 'Ngô Chủ Trì Thử', ['committee']),
    account('cutru', 'Đinh Cư Trú Thử', ['residence'], { residence_committee_id: 'rc1' }),
    account('kiemtra', 'Hồ Kiểm Tra Thử', ['inspector']),
    account('dangvien', 'Nguyễn Văn Thử', ['member'], { person_id: 'person0' }),
  ];
  readonly units = [
    { id: 'root', parent_id: null, code: 'S', name: 'Đảng bộ Sở Thử Nghiệm' },
    { id: 'plan', parent_id: 'root', code: 'S.1', name: 'Chi bộ Phòng Kế hoạch' },
  ];
  readonly campaign: CampaignDetail = {
    id: 'camp1',
    name: 'Kiểm điểm, đánh giá, xếp loại năm 2026',
    year: 2026,
    root_unit_id: 'root',
    root_unit_name: 'Đảng bộ Sở Thử Nghiệm',
    profile: '96-qd-tw',
    remark_due: '2026-12-05',
    people: people.length,
    channels: [
      { id: 'self-review', title_vi: 'Bản tự kiểm điểm (mẫu 02)', title_en: 'Self-review (form 02)', required: true, form: reviewForm },
      { id: 'residence-remark', title_vi: 'Nhận xét của cấp ủy nơi cư trú', title_en: 'Residence committee remark', required: true, form: remarkForm },
      { id: 'confidence-vote', title_vi: 'Lấy phiếu tín nhiệm', title_en: 'Confidence vote', required: false, form: [] },
    ],
  };
  readonly requests: RemarkRequest[] = [];
  readonly drafts = new Map<string, Fields>();
  readonly remarks = new Map<string, { fields: Fields; signed_by: { name: string; post: string }; day: string; version: number }>();
  readonly entries = new Map<string, Entry[]>(people.map((person) => [person.id, []]));
  readonly votes: Vote[] = [];
  preview: ImportPreview = {
    lines: 8,
    columns: [{ header: 'Mã', field: 'code' }, { header: 'Họ và tên', field: 'name' }, { header: 'Ghi chú', field: null }],
    problems: [],
    summary: { people_new: 7, people_changed: 0, people_same: 0, posts_new: 8, units_new: 2, committees_new: 1 },
  };

  handle(asked: Asked): Answered {
    const me = this.accounts.find((each) => each.login === asked.login) ?? null;
    const parts = asked.path.split('/').filter(Boolean).map(decodeURIComponent);
    const [first, second, third, fourth] = parts;
    const key = `${asked.method} ${first}`;
    if (key === 'GET info') return ok({ version: '0.1.0', demo: true, organisation: 'Đảng bộ Sở Thử Nghiệm', today: TODAY, page_hash: 'ab'.repeat(32), setup_needed: this.setupNeeded });
    if (key === 'POST setup') return this.setUp(asked.body as { token: string; login: string; name: string });
    if (first === 'session') return this.session(asked, me, second);
    if (!me) return refused(401, 'not-signed-in', 'Chưa đăng nhập.', 'Not signed in.');
    const has = (...roles: Role[]) => roles.some((role) => me.roles.includes(role));
    const staff = has('office', 'committee', 'inspector');
    switch (key) {
      case 'GET accounts':
        if (second === 'committee') return ok({ accounts: this.accounts.filter((each) => each.roles.includes('committee')).map(({ id, name }) => ({ id, name })) });
        return has('operator', 'inspector') ? ok({ accounts: this.accounts }) : forbidden();
      case 'POST accounts': {
        const body = asked.body as { login: string; name: string; roles: Role[] };
        if (this.accounts.some((each) => each.login === body.login)) return refused(409, 'login-taken', 'Tên đăng nhập đã có người dùng.', 'The login is taken.');
        this.accounts.push(account(body.login, body.name, body.roles));
        return made(this.accounts.at(-1));
      }
      case 'PATCH accounts': {
        const found = this.accounts.find((each) => each.id === second);
        if (!found) return notFound();
        Object.assign(found, asked.body);
        return ok(found);
      }
      case 'GET units': return ok({ units: this.units });
      case 'GET people': {
        const q = (asked.query?.get('q') ?? '').toLowerCase();
        const unit = asked.query?.get('unit') ?? '';
        return ok({ people: people.filter((each) => each.name.toLowerCase().includes(q) && (!unit || each.posts.some((post) => post.unit_id === unit))) });
      }
      case 'GET residence-committees': return ok({ committees: [{ id: 'rc1', name: 'Chi bộ Tổ 5', ward: 'Phường Ví Dụ' }] });
      case 'POST imports':
        if (third === 'preview') return ok(this.preview);
        return this.preview.problems.length > 0
          ? refused(422, 'import-has-problems', 'Bảng còn lỗi.', 'The table has problems.', { problems: this.preview.problems })
          : ok({ ...this.preview, written: true });
      case 'GET profiles': return ok({ profiles: [{ id: '96-qd-tw', title_vi: 'Quy định 96-QĐ/TW', title_en: 'Regulation 96-QĐ/TW', base: 'collected', levels: 3 }] });
      case 'GET campaigns': return this.getCampaigns(second, third, staff || has('member'));
      case 'POST campaigns': return this.postCampaigns(second, third, asked.body, me);
      case 'GET residence': return has('residence') ? ok({ requests: this.residenceRequests() }) : forbidden();
      case 'PUT residence':
        this.drafts.set(third!, (asked.body as { fields: Fields }).fields);
        return { status: 204 };
      case 'POST remarks': return this.remark(asked.body as { request_id: string; fields: Fields; signed_by: { name: string; post: string } });
      case 'GET records':
        if (!staff && me.person_id !== third) return forbidden();
        return fourth === 'findings' ? this.judged() : this.record(third!);
      case 'POST records': return has('office', 'committee') ? this.state(third!, fourth!, asked.body as Statement) : forbidden();
      case 'GET my': return ok({ records: [{ campaign_id: 'camp1', campaign_name: this.campaign.name, year: 2026, person_id: me.person_id }] });
    }
    if (first === 'votes') return this.voteCall(asked, me, second!, third);
    return notFound();
  }

  /** What the regulation says; null: no regulation about rating was in force. */
  verdict: FileFindings | null = { ...verdict, findings: [], not_applied: [] };
  stated: Statement[] = [];

  private judged(): Answered {
    return this.verdict ? ok(this.verdict) : refused(404, 'no-rating-regulation', 'Không có quy định về xếp loại có hiệu lực.', 'No regulation about rating was in force.');
  }

  private state(person: string, what: string, statement: Statement): Answered {
    if (what === 'what-if') {
      const levels = [{ file: 'file-person0', level: 'good', before: 'possible', after: 'forbidden' }];
      return ok({ file: 'file-person0', gone: [], come: [], gone_not_applied: [], come_not_applied: [], levels, caps: [] });
    }
    if (Object.values(statement.says).includes('bốn')) return refused(422, 'statement-invalid', 'Số liệu không đúng mẫu.', 'It does not fit.', { field: '/says/late', vi: 'Phải là số.', en: 'A number.' });
    this.stated.push(statement);
    this.file(person, 'stated-facts', 'statement', { ...statement }, { kind: 'office', text: 'Văn phòng' }, 'Đỗ Văn Phòng Thử');
    return made({ seq: this.entries.get(person)!.length, hash: '0'.repeat(64), day: TODAY });
  }

  private setUp(body: { token: string; login: string; name: string }): Answered {
    if (body.token !== 'TOKEN') return refused(403, 'setup-token', 'Mã dùng một lần không đúng.', 'The one-time token is wrong.');
    this.setupNeeded = false;
    this.accounts.push(account(body.login, body.name, ['operator']));
    return made({});
  }

  private session(asked: Asked, me: Account | null, second: string | undefined): Answered {
    if (second === 'password') return { status: 204 };
    if (asked.method === 'DELETE') return { status: 204, login: null };
    if (asked.method === 'GET') return me ? ok(me) : refused(401, 'not-signed-in', 'Chưa đăng nhập.', 'Not signed in.');
    const { login, password } = asked.body as { login: string; password: string };
    const found = this.accounts.find((each) => each.login === login && !each.disabled);
    if (!found || password !== this.password) return refused(401, 'sign-in-refused', 'Tên đăng nhập hoặc mật khẩu không đúng.', 'Login or password is wrong.');
    return { status: 200, body: found, login };
  }

  private getCampaigns(id: string | undefined, what: string | undefined, mayRead: boolean): Answered {
    if (!mayRead) return forbidden();
    if (!id) return ok({ campaigns: [this.campaign] });
    if (id !== 'camp1') return notFound();
    if (!what) return ok(this.campaign);
    if (what === 'topics') return ok(topics);
    if (what === 'units') return ok(ofUnit);
    if (what === 'people') return ok({ people: people.map((each) => this.campaignPerson(each)) });
    if (what === 'votes') return ok({ votes: this.votes.map(({ uuid, name, day, state }) => ({ uuid, name, day, state })) });
    return ok({ requests: this.requests });
  }

  private postCampaigns(id: string | undefined, what: string | undefined, body: unknown, me: Account): Answered {
    if (what === 'self-review') return this.file(me.person_id!, 'self-review', 'self-review', { fields: (body as { fields: Fields }).fields }, { kind: 'member', text: `Bản tự kiểm điểm của ${me.name}` }, me.name);
    if (!me.roles.includes('office')) return forbidden();
    if (!id) return made(this.campaign);
    if (what === 'votes') return made(this.addVote('setup', body as NewVote));
    const { due, requests } = body as { due: string; requests: { person_id: string; exempt?: Exempt }[] };
    return made({ requests: requests.map((each) => this.ask(each.person_id, due, each.exempt ?? null)) });
  }

  ask(person_id: string, due: string, exempt: Exempt | null): RemarkRequest {
    const person = people.find((each) => each.id === person_id)!;
    const request: RemarkRequest = {
      id: `req-${person_id}`, person_id, name: person.name, post: person.posts[0]!.title, committee: person.residence_committee,
      state: exempt ? 'exempt' : 'asked', due, asked_day: TODAY, received_day: null, exempt, versions: 0, overdue: !exempt && due < TODAY,
    };
    this.requests.push(request);
    this.file(person_id, 'residence-remark', exempt ? 'exempt' : 'asked', exempt ? { ...exempt } : { due }, { kind: 'office', text: 'Văn phòng Đảng ủy' }, 'Đỗ Văn Phòng Thử');
    return request;
  }

  private residenceRequests(): ResidenceRequest[] {
    return this.requests.filter((each) => each.state !== 'exempt').map((each) => ({
      id: each.id,
      person: { name: each.name, post: each.post, workplace: 'Sở Thử Nghiệm' },
      campaign: { name: this.campaign.name, year: 2026 },
      due: each.due ?? '', state: each.state, form: remarkForm,
      draft: this.drafts.get(each.id) ?? null, sent: this.remarks.get(each.id) ?? null,
    }));
  }

  private remark(body: { request_id: string; fields: Fields; signed_by: { name: string; post: string } }): Answered {
    const request = this.requests.find((each) => each.id === body.request_id);
    if (!request) return notFound();
    const version = (this.remarks.get(request.id)?.version ?? 0) + 1;
    this.remarks.set(request.id, { fields: body.fields, signed_by: body.signed_by, day: TODAY, version });
    this.drafts.delete(request.id);
    Object.assign(request, { state: (request.due ?? TODAY) < TODAY ? 'late' : 'received', received_day: TODAY, versions: version, overdue: false });
    return this.file(request.person_id, 'residence-remark', 'remark', { fields: body.fields, signed_by: body.signed_by }, { kind: 'residence-committee', text: 'Chi bộ Tổ 5, Phường Ví Dụ' }, 'Đinh Cư Trú Thử');
  }

  file(person: string, channel: Entry['channel'], kind: Entry['kind'], content: Record<string, unknown>, source: Entry['source'], actor: string): Answered {
    const entries = this.entries.get(person)!;
    const seq = entries.length + 1;
    if (kind === 'remark' || kind === 'self-review') {
      for (const each of entries) if (each.kind === kind && each.superseded_by === null) each.superseded_by = seq;
    }
    const hash = (seq * 7919 + person.length).toString(16).padStart(64, '0');
    entries.push({ seq, day: TODAY, channel, kind, actor, content, source, hash, superseded_by: null });
    const version = entries.filter((each) => each.kind === kind).length;
    return made({ state: 'received', version, entry: { seq, hash, day: TODAY } });
  }

  private channelState(person: string, channel: Entry['channel']): ChannelState {
    const request = this.requests.find((each) => each.person_id === person);
    if (channel === 'residence-remark') return request?.state ?? 'not-asked';
    const has = this.entries.get(person)!.some((each) => each.channel === channel);
    return has ? 'received' : channel === 'self-review' ? 'asked' : 'none';
  }

  private campaignPerson(each: Person): CampaignPerson {
    const post = each.posts[0]!;
    return {
      person_id: each.id, name: each.name, post: post.title, unit_name: post.unit_name,
      channels: {
        'self-review': this.channelState(each.id, 'self-review'),
        'residence-remark': this.channelState(each.id, 'residence-remark'),
        'confidence-vote': this.channelState(each.id, 'confidence-vote'),
        'stated-facts': this.channelState(each.id, 'stated-facts'),
      },
    };
  }

  private record(person_id: string): Answered {
    const person = people.find((each) => each.id === person_id);
    if (!person) return notFound();
    const entries = this.entries.get(person_id)!;
    const channels = this.campaign.channels.map(({ id, title_vi, title_en }) => ({
      id, title_vi, title_en, state: this.channelState(person_id, id), due: id === 'residence-remark' ? this.campaign.remark_due : null,
      exempt: id === 'residence-remark' ? (this.requests.find((each) => each.person_id === person_id)?.exempt ?? null) : null,
    }));
    const missing = channels.filter((each) => each.id !== 'confidence-vote' && !['received', 'late', 'exempt'].includes(each.state)).map((each) => ({ channel: each.id, due: each.due }));
    const page: RecordPage = {
      person, campaign: this.campaign,
      file: { id: `file-${person_id}`, head: entries.at(-1)?.hash ?? '0'.repeat(64), entries: entries.length, complete: missing.length === 0, missing },
      channels, entries,
    };
    return ok(page);
  }

  addVote(state: VoteState, body: NewVote, uuid = `VoteUuid${this.votes.length + 1}abcdef`): Vote {
    const prepared = state !== 'setup';
    const vote: Vote = {
      uuid, campaign_id: 'camp1', name: body.name, day: body.day, state, profile: '96-qd-tw',
      chair: { id: body.chair_id, name: this.accounts.find((each) => each.id === body.chair_id)?.name ?? '?' },
      threshold: body.threshold,
      persons: body.persons.map((id, question) => {
        const person = people.find((each) => each.id === id)!;
        return { question, person_id: id, name: person.name, post: person.posts[0]!.title };
      }),
      trustees: body.trustees.map((each, i) => ({ index: i + 1, ...each, done: prepared ? (state === 'ready' || state === 'open' ? 'drill' : i < 2 ? 'share' : 'drill') : i === 0 ? 'certificate' : 'none' })),
      slips: { count: body.slips, registered: prepared },
      attendance: ['open', 'closed', 'counted', 'recorded'].includes(state) ? { summoned: 50, present: 48, issued: 47 } : null,
      fingerprint: prepared ? 'uRvLw1tkMvNpAA0DhVYcQ3wWzqSjvGvQmOkXxvBsdTs' : null,
      box: ['closed', 'counted', 'recorded'].includes(state) ? BOX : null,
      ballots: ['open', 'closed', 'counted', 'recorded'].includes(state) ? 47 : null,
      steps: [],
    };
    this.votes.push(vote);
    this.refreshSteps(vote);
    return vote;
  }

  private refreshSteps(vote: Vote): void {
    const current = stepIds.indexOf(doneUntil[vote.state]);
    vote.steps = stepIds.map((id, i) => ({
      id,
      state: vote.state === 'recorded' || i < current ? 'done' : i === current || (vote.state === 'setup' && id === 'slips') ? 'current' : 'ahead',
      waiting_for: id === 'keys' && i === current ? vote.trustees.filter((each) => each.done !== 'key').map((each) => each.name) : [],
      who: stepOwner[id],
    }));
  }

  private voteCall(asked: Asked, me: Account, uuid: string, what: string | undefined): Answered {
    const vote = this.votes.find((each) => each.uuid === uuid);
    if (!vote) return notFound();
    const chair = vote.chair.id === me.id;
    const office = me.roles.includes('office');
    const move = (state: VoteState): Answered => {
      if (!chair && state !== 'recorded') return forbidden();
      vote.state = state;
      this.refreshSteps(vote);
      return ok(vote);
    };
    switch (`${asked.method} ${what ?? ''}`) {
      case 'GET ': return ok(vote);
      case 'GET result': return ok(this.result(vote));
      case 'POST invitations': return office ? ok({ link: '/t/#4vJ9JU1bJJE96FWSJKvHsmmFADCg4gpZQff4P3bkLKi' }) : forbidden();
      case 'POST ceremony': return ok(vote);
      case 'PUT attendance':
        if (!chair && !office) return forbidden();
        vote.attendance = asked.body as Attendance;
        return ok(vote);
      case 'POST open': {
        const { summoned, present } = vote.attendance ?? { summoned: 0, present: 0 };
        if (summoned === 0) return refused(409, 'attendance-missing', 'Chưa ghi số người có mặt.', 'The attendance is missing.');
        if (3 * present < 2 * summoned) return refused(409, 'no-quorum', 'Chưa đủ hai phần ba số người triệu tập có mặt.', 'Fewer than two thirds of those summoned are present.');
        return move('open');
      }
      case 'POST close': return move('closed');
      case 'POST finish': return move('counted');
      case 'POST record': return move('recorded');
    }
    return notFound();
  }

  /** The figures published for 47 ballots; the last person's line is the one with a band. */
  private result(vote: Vote): VoteResult {
    const rows: [number, number, number, string, string, string][] = [
      [45, 2, 0, '95.74', '4.26', '0.00'],
      [40, 6, 1, '85.11', '12.77', '2.13'],
      [31, 12, 4, '65.96', '25.53', '8.51'],
      [19, 2, 25, '40.43', '4.26', '53.19'],
    ];
    return {
      uuid: vote.uuid, name: vote.name, day: vote.day, profile: vote.profile,
      balance: { summoned: 50, present: 48, issued: 47, collected: 47, valid: 47, invalid: 0 },
      base: { kind: 'collected', number: 47 },
      archive_hash: 'c0ffee'.padEnd(64, '1'), fingerprint: vote.fingerprint!, box: BOX,
      trustees: vote.trustees.map(({ index, name, done }) => ({ index, name, share: done === 'share' })),
      chair: vote.chair.name,
      persons: vote.persons.map((person, i) => {
        const [high, trust, low, h, t, l] = rows[i % rows.length]!;
        return {
          ...person, counts: { high, trust, low }, not_counted: 47 - high - trust - low, percent: { high: h, trust: t, low: l },
          band: low > 23 ? { code: 'low-over-half', article: 'Quy định 96-QĐ/TW, mục sử dụng kết quả', vi: 'Trên một nửa phiếu tín nhiệm thấp.', en: 'More than half low trust.' } : null,
        };
      }),
    };
  }
}

/** Puts the fake behind fetch; the session lives in the returned object. */
export function fakeFetch(server: FakeServer, session: { login: string | null }): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input), 'http://localhost');
    const answer = server.handle({
      method: init?.method ?? 'GET',
      path: url.pathname.replace(/^\/api\/v1/, ''),
      query: url.searchParams,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
      login: session.login,
    });
    if (answer.login !== undefined) session.login = answer.login;
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status });
  };
}
