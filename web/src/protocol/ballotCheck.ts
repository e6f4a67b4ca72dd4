// Is this a good ballot of this election? Strict: the bytes must be the canonical form (protocol.md chapters 3,
// 7, 8; hardening.md W6).
import { equalBytes, utf8 } from './bytes';
import { answerClaims, answerPrefixes, oneOfHolds, type Ciphertext } from './disjunction';
import { positions, type Election, type Question } from './election';
import { decodeElement, encodeAll, product, type Element } from './group';
import { sha256B64 } from './hash';
import { parseJson, writeJson, type Json } from './json';
import { ballotSigned, readProof, type Proof } from './proofs';
import { refuse } from './refusal';
import { list, record, text } from './shape';

export interface CheckedBallot {
  readonly credential: string;
  /** Question by question, choice by choice. */
  readonly choices: readonly (readonly Ciphertext[])[];
}

const sized = (value: Json | undefined, where: string, length: number): readonly Json[] => {
  const items = list(value, where);
  if (items.length !== length) refuse('ballot-shape', `${where}: ${length} expected, ${items.length} found`);
  return items;
};
const proofs = (value: Json | undefined, where: string, length: number): Proof[] => sized(value, where, length).map((p) => readProof(p, where));

function checkAnswer(key: Element, q: Question, value: Json, statement: string, where: string): Ciphertext[] {
  const a = record(value, where, ['choices', 'individual_proofs', 'overall_proof', 'blank_proof'], { optional: ['blank_proof'] });
  if ('blank_proof' in a !== q.blank) refuse('ballot-shape', `${where}: blank_proof`);
  const n = positions(q);
  const written: string[] = [];
  const choices = sized(a.choices, where, n).map((c, i): Ciphertext => {
    const { alpha, beta } = record(c, where, ['alpha', 'beta']);
    const ciphertext = { alpha: decodeElement(alpha, `${where}.choices[${i}].alpha`), beta: decodeElement(beta, `${where}.choices[${i}].beta`) };
    written.push(`${alpha as string},${beta as string}`);
    return ciphertext;
  });
  const summed = q.blank ? choices.slice(1) : choices;
  const sum: Ciphertext = { alpha: product(summed.map((c) => c.alpha)), beta: product(summed.map((c) => c.beta)) };

  const claims = answerClaims(q, choices, sum);
  const prefixes = answerPrefixes(statement, q.blank, written, encodeAll([sum.alpha, sum.beta]).join(','));
  sized(a.individual_proofs, where, n).forEach((p, i) => {
    if (!oneOfHolds(key, claims.individual[i]!, proofs(p, where, 2), prefixes.individual[i]!)) refuse('individual-proof', `${where}, choice ${i}`);
  });
  if (claims.blank && !oneOfHolds(key, claims.blank, proofs(a.blank_proof, where, 2), prefixes.blank)) refuse('blank-proof', where);
  if (!oneOfHolds(key, claims.overall, proofs(a.overall_proof, where, claims.overall.length), prefixes.overall)) refuse('overall-proof', where);
  return choices;
}

/**
 * The ciphertexts of a good ballot whose credential is in `credentials`. The work is cut so that the cheap
 * refusals come first; some 6 ms a question of three answers (node).
 */
export function checkBallot(ballot: string | Uint8Array, election: Election, credentials: { has(credential: string): boolean }): CheckedBallot {
  const b = record(parseJson(ballot, 'ballot'), 'ballot', ['election_uuid', 'election_hash', 'credential', 'answers', 'signature']);
  const canonical = writeJson(b);
  if (typeof ballot === 'string' ? ballot !== canonical : !equalBytes(ballot, utf8(canonical))) refuse('not-canonical', 'ballot');
  if (b.election_uuid !== election.uuid) refuse('ballot-uuid');
  if (b.election_hash !== election.fingerprint) refuse('ballot-election');
  const credential = text(b.credential, 'credential');
  const voter = decodeElement(credential, 'credential');
  if (!credentials.has(credential)) refuse('credential-unknown', credential);

  const signature = record(b.signature, 'signature', ['hash', 'proof']);
  const { signature: _, ...unsigned } = b;
  const hash = sha256B64(writeJson(unsigned));
  if (signature.hash !== hash) refuse('ballot-signature-hash');
  if (!ballotSigned(voter, hash, readProof(signature.proof, 'signature'))) refuse('ballot-signature');

  const statement = `${election.fingerprint}|${credential}`;
  const answers = sized(b.answers, 'answers', election.questions.length);
  const choices = election.questions.map((q, i) => checkAnswer(election.key, q, answers[i]!, statement, `answers[${i}]`));
  return { credential, choices };
}
