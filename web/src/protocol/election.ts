// The election document (protocol.md 5.1): what is asked, under which key. Its stored bytes define the fingerprint
// and are never written again.
import { fixedBase, decodeElement, encodeElement, GROUP_NAME, type Element } from './group';
import { hexToB64, sha256Hex } from './hash';
import { parseJson, type Json } from './json';
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

const FIELDS = ['version', 'description', 'name', 'group', 'public_key', 'questions', 'uuid', 'administrator', 'credential_authority', 'language'];
const OPTIONAL = { optional: ['administrator', 'credential_authority', 'language'], lax: true };
// Far above any ballot of the field; keeps a hostile election from asking for endless proofs.
const MOST_MARKS = 1000;

function readQuestion(value: Json, where: string): Question {
  let q = record(value, where, [], { lax: true });
  if ('type' in q) {
    if (q.type !== 'Homomorphic') refuse('election-question', `${where}: type ${String(q.type)}`);
    q = record(q.value, where, [], { lax: true });
  }
  record(q, where, ['answers', 'blank', 'min', 'max', 'question'], { optional: ['blank'], lax: true });
  const blank = q.blank ?? false;
  if (typeof blank !== 'boolean') refuse('field-type', `${where}: blank`);
  const [min, max] = [integer(q.min, where), integer(q.max, where)];
  if (min > max || max > MOST_MARKS) refuse('election-question', `${where}: from ${min} to ${max} marks`);
  return { question: text(q.question, where), answers: list(q.answers, where).map((a) => text(a, where)), blank, min, max };
}

export function readElection(bytes: Uint8Array): Election {
  const e = record(parseJson(bytes, 'election'), 'election', [], { lax: true });
  if (e.version !== 1) refuse('election-version');
  record(e, 'election', FIELDS, OPTIONAL);
  if (e.group !== GROUP_NAME) refuse('election-group');
  const uuid = text(e.uuid, 'uuid');
  if (uuid.length < 14 || !isBase58(uuid)) refuse('election-uuid');
  if (e.profile !== undefined && e.profile !== HARDENED_PROFILE) refuse('profile-unknown');
  const key = decodeElement(e.public_key, 'election key');
  if (key.is0()) refuse('element-identity', 'election key');
  const hash = sha256Hex(bytes);
  return {
    uuid,
    name: text(e.name, 'name'),
    description: text(e.description, 'description'),
    questions: list(e.questions, 'questions').map((q, i) => readQuestion(q, `question ${i}`)),
    key: fixedBase(key),
    keyHex: encodeElement(key),
    fingerprint: hexToB64(hash),
    hash,
    hardened: e.profile === HARDENED_PROFILE,
  };
}
