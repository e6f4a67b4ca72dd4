// One function for each call of the API that the office pages make. Refusals come as ApiError.

import { ApiError, sessionApi, type Client } from '../ui/api';
import type {
  Account, Attendance, CampaignDetail, CampaignPerson, Campaign, Exempt, Fields, Filed, ImportPreview, ImportSource,
  MyRecord, Named, NewVote, Person, Profile, RecordPage, RemarkRequest, ResidenceCommittee, ResidenceRequest,
  Role, SignedBy, Unit, Vote, VoteLine, VoteResult,
} from './contract';
import type { Consequence, FileFindings, UnitFindings } from '../record/findings';
import type { Statement, Topics } from '../record/statement';

const listeners = new Set<() => void>();

/** Tells when a call found the session gone. Returns the way to stop listening. */
export function whenSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function watched<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (fault) {
    if (fault instanceof ApiError && fault.status === 401 && fault.code === 'not-signed-in') listeners.forEach((tell) => tell());
    throw fault;
  }
}

const api: Pick<Client, 'get' | 'post' | 'put' | 'patch' | 'delete'> = {
  get: (path) => watched(sessionApi.get(path)),
  post: (path, body) => watched(sessionApi.post(path, body)),
  put: (path, body) => watched(sessionApi.put(path, body)),
  patch: (path, body) => watched(sessionApi.patch(path, body)),
  delete: (path) => watched(sessionApi.delete(path)),
};

const at = (...parts: string[]) => parts.map(encodeURIComponent).join('/');
const get = <T>(path: string) => api.get<T>(`/${path}`);
const post = <T>(path: string, body: unknown) => api.post<T>(`/${path}`, body);

// Session and accounts
export const setUp = (body: { token: string; login: string; name: string; password: string; organisation: string }) =>
  post<unknown>('setup', body);
export const session = () => get<Account>('session');
export const signIn = (login: string, password: string) => post<Account>('session', { login, password });
export const signOut = () => api.delete<void>('/session');
export const changePassword = (old: string, next: string) => post<void>('session/password', { old, new: next });
export const accounts = async () => (await get<{ accounts: Account[] }>('accounts')).accounts;
export interface NewAccount {
  login: string;
  name: string;
  roles: Role[];
  password: string;
  person_id?: string;
  residence_committee_id?: string;
}
export const createAccount = (body: NewAccount) => post<Account>('accounts', body);
export const changeAccount = (id: string, body: { disabled?: boolean; roles?: Role[]; password?: string; name?: string }) =>
  api.patch<Account>(`/accounts/${at(id)}`, body);
export const possibleChairs = async () => (await get<{ accounts: Named[] }>('accounts/committee')).accounts;

// People
export const units = async () => (await get<{ units: Unit[] }>('units')).units;
export const people = async (q = '', unit = '') =>
  (await get<{ people: Person[] }>(`people?${new URLSearchParams({ q, unit })}`)).people;
export const residenceCommittees = async () =>
  (await get<{ committees: ResidenceCommittee[] }>('residence-committees')).committees;
export const previewImport = (table: ImportSource) => post<ImportPreview>('imports/people/preview', table);
export const importPeople = (table: ImportSource) => post<ImportPreview>('imports/people', table);

// Campaigns, remarks, records
export const profiles = async () => (await get<{ profiles: Profile[] }>('profiles')).profiles;
export const campaigns = async () => (await get<{ campaigns: Campaign[] }>('campaigns')).campaigns;
export const createCampaign = (body: { name: string; year: number; root_unit_id: string; profile: string; remark_due: string }) =>
  post<Campaign>('campaigns', body);
export const campaign = (id: string) => get<CampaignDetail>(`campaigns/${at(id)}`);
export const campaignPeople = async (id: string) =>
  (await get<{ people: CampaignPerson[] }>(`campaigns/${at(id)}/people`)).people;
export const remarkRequests = async (id: string) =>
  (await get<{ requests: RemarkRequest[] }>(`campaigns/${at(id)}/remark-requests`)).requests;
export const askForRemarks = async (id: string, due: string, requests: { person_id: string; exempt?: Exempt }[]) =>
  (await post<{ requests: RemarkRequest[] }>(`campaigns/${at(id)}/remark-requests`, { due, requests })).requests;
export const residenceRequests = async () =>
  (await get<{ requests: ResidenceRequest[] }>('residence/requests')).requests;
export const saveDraft = (request: string, fields: Fields) =>
  api.put<void>(`/residence/requests/${at(request)}/draft`, { fields });
export const sendRemark = (request_id: string, fields: Fields, signed_by: SignedBy) =>
  post<Filed>('remarks', { request_id, fields, signed_by });
export const sendSelfReview = (campaign_id: string, fields: Fields) =>
  post<Filed>(`campaigns/${at(campaign_id)}/self-review`, { fields });
export const record = (campaign_id: string, person_id: string) =>
  get<RecordPage>(`records/${at(campaign_id, person_id)}`);
export const findings = (campaign_id: string, person_id: string) =>
  get<FileFindings>(`records/${at(campaign_id, person_id)}/findings`);
export const unitFindings = (campaign_id: string, unit_id: string) =>
  get<UnitFindings>(`campaigns/${at(campaign_id)}/units/${at(unit_id)}/findings`);
export const topics = (campaign_id: string) => get<Topics>(`campaigns/${at(campaign_id)}/topics`);
export const stateFact = (campaign_id: string, person_id: string, statement: Statement) =>
  post<{ seq: number; hash: string; day: string }>(`records/${at(campaign_id, person_id)}/statements`, statement);
export const whatIf = (campaign_id: string, person_id: string, statement: Statement) =>
  post<Consequence>(`records/${at(campaign_id, person_id)}/what-if`, statement);
export const myRecords = async () => (await get<{ records: MyRecord[] }>('my/records')).records;

// The vote
export const votes = async (campaign_id: string) =>
  (await get<{ votes: VoteLine[] }>(`campaigns/${at(campaign_id)}/votes`)).votes;
export const createVote = (campaign_id: string, body: NewVote) => post<Vote>(`campaigns/${at(campaign_id)}/votes`, body);
export const vote = (uuid: string) => get<Vote>(`votes/${at(uuid)}`);
export const invite = async (uuid: string, target: { target: 'trustee'; index: number } | { target: 'slips' }) =>
  (await post<{ link: string }>(`votes/${at(uuid)}/invitations`, target)).link;
export const resetCeremony = (uuid: string) => post<Vote>(`votes/${at(uuid)}/ceremony/reset`, {});
export const setAttendance = (uuid: string, body: Attendance) => api.put<Vote>(`/votes/${at(uuid)}/attendance`, body);
export const openVote = (uuid: string) => post<Vote>(`votes/${at(uuid)}/open`, {});
export const closeVote = (uuid: string) => post<Vote>(`votes/${at(uuid)}/close`, {});
export const finishVote = (uuid: string) => post<Vote>(`votes/${at(uuid)}/finish`, {});
export const recordVote = (uuid: string) => post<Vote>(`votes/${at(uuid)}/record`, {});
export const result = (uuid: string) => get<VoteResult>(`votes/${at(uuid)}/result`);
export const archiveAddress = (uuid: string) => `/api/v1/elections/${at(uuid)}/archive.bel`;
