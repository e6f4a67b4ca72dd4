// The election document (protocol.md 5.1): what is asked, under which key. Its stored bytes define the fingerprint
// and are never written again.
import { equalBytes, utf8 } from './bytes';
import { fixedBase, decodeElement, encodeElement, GROUP_NAME, type Element } from './group';
import { hexToB64, sha256Hex } from './hash';
import { parseJson, writeJson, type Json } from './json';
import { isBase58 } from './random';
import { refuse } from './refusal';
import { integer, list, record, text } from './shape';

/** The extra field that announces the hardened profile, which our verifier then demands. */
export const HARDENED_PROFILE = 'minhtin-hardened-1';

export interface Question {
  readonly question: string;
  readonly answers: readonly string[];
  readonly blank: boolean;
  readonly min: number;
  readonly max: number;
}

export interface Election {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly questions: readonly Question[];
  /** y, ready for many powers. */
  readonly key: Element;
  readonly keyHex: string;
  /** φ, 43 characters. */
  readonly fingerprint: string;
  readonly hash: string;
  readonly hardened: boolean;
}

/** How many ciphertexts an answer to the question has; a blank position comes in front. */
export const positions = (q: Question): number => q.answers.length + (q.blank ? 1 : 0);

const FIELDS = ['version', 'description', 'name', 'group', 'public_key', 'questions', 'uuid', 'administrator', 'credential_authority', 'language', 'profile'];
const OPTIONAL = ['administrator', 'credential_authority', 'language', 'profile'];
// Far above any ballot of the field; keep a hostile election from asking for endless proofs.
const MOST_MARKS = 1024;
export const MOST_BYTES = 8 * 2 ** 20;

function readQuestion(value: Json, where: string, hardened: boolean): Question {
  let q = record(value, where, ['type'], { optional: ['type'], lax: true });
  if ('type' in q && !hardened) {
    if (q.type !== 'Homomorphic') refuse('election-question', `${where}: type ${String(q.type)}`);
    q = record(q.value, where, [], { lax: true });
  }
  q = record(q, where, ['answers', 'blank', 'min', 'max', 'question'], { optional: ['blank'], lax: !hardened });
  const blank = q.blank ?? false;
  if (typeof blank !== 'boolean') refuse('field-type', `${where}: blank`);
  const [min, max] = [integer(q.min, where), integer(q.max, where)];
  const answers = list(q.answers, where).map((a) => text(a, where));
  if (Math.max(min, max) > MOST_MARKS) refuse('question-limits', where);
  if (answers.length === 0 || min > max) refuse('election-question', `${where}: from ${min} to ${max} of ${answers.length} answers`);
  if (hardened) {
    if (max > answers.length) refuse('election-question', `${where}: more marks than answers`);
    if (q.blank === false) refuse('not-canonical', `${where}: blank`);
  }
  return { question: text(q.question, where), answers, blank, min, max };
}

export function readElection(bytes: Uint8Array): Election {
  if (bytes.length > MOST_BYTES) refuse('json-too-large', 'election');
  const parsed = parseJson(bytes, 'election');
  const { version, profile } = record(parsed, 'election', [], { lax: true });
  if (version !== 1) refuse('election-version');
  // An extra field that other people may use as they like: only names that begin like ours are ours.
  const hardened = profile === HARDENED_PROFILE;
  if (!hardened && typeof profile === 'string' && profile.startsWith('minhtin-')) refuse('profile-unknown');
  const e = record(parsed, 'election', FIELDS, { optional: OPTIONAL, lax: !hardened });
  if (hardened && !equalBytes(bytes, utf8(writeJson(e)))) refuse('not-canonical', 'election');
  if (e.group !== GROUP_NAME) refuse('election-group');
  const uuid = text(e.uuid, 'uuid');
  if (uuid.length < 14 || !isBase58(uuid)) refuse('election-uuid');
  for (const field of ['administrator', 'credential_authority']) if (field in e) text(e[field], field);
  if ('language' in e) list(e.language, 'language', 2).forEach((part) => text(part, 'language'));
  const key = decodeElement(e.public_key, 'election key');
  if (key.is0()) refuse('element-identity', 'election key');
  const hash = sha256Hex(bytes);
  return {
    uuid,
    name: text(e.name, 'name'),
    description: text(e.description, 'description'),
    questions: list(e.questions, 'questions').map((q, i) => readQuestion(q, `question ${i}`, hardened)),
    key: fixedBase(key),
    keyHex: encodeElement(key),
    fingerprint: hexToB64(hash),
    hash,
    hardened,
  };
}
