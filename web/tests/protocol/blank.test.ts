// Questions that allow a blank vote, and more than one mark (protocol.md chapter 8).
import { describe, expect, it } from 'vitest';
import { makeBallot } from '../../src/protocol/ballot';
import { checkBallot } from '../../src/protocol/ballotCheck';
import { deriveCredential } from '../../src/protocol/credential';
import { utf8 } from '../../src/protocol/bytes';
import { readElection } from '../../src/protocol/election';
import { base, encodeElement } from '../../src/protocol/group';
import { sha256B64 } from '../../src/protocol/hash';
import { parseJson, writeJson, type Json } from '../../src/protocol/json';
import { proofJson, signBallot } from '../../src/protocol/proofs';
import { codeOf } from './support/code';
import { fixedRandom } from './support/random';

const credential = 'zD8Jr-ZF59CF-4Wbc4-ybMtti';
const random = fixedRandom('blank test');
const anyone = { has: () => true };
const electionWith = (question: Record<string, Json>) =>
  readElection(
    utf8(writeJson({ version: 1, description: '', name: 'Thử', group: 'Ed25519', public_key: encodeElement(base(5n)), questions: [{ answers: ['a', 'b', 'c'], ...question, question: 'q' }], uuid: 'MinhTinThuNghiem1' })),
  );
const blank = electionWith({ blank: true, min: 1, max: 2 });

describe('a blank vote', () => {
  it.each([[[1, 0, 0, 0]], [[0, 1, 0, 0]], [[0, 0, 1, 1]]])('%j is good', (marks) => {
    checkBallot(makeBallot(blank, { credential, marks: [marks] }, random).ballot, blank, anyone);
  });

  it.each([[[1, 1, 0, 0]], [[0, 0, 0, 0]], [[0, 1, 1, 1]], [[0, 1, 0]]])('%j is never made', (marks) => {
    expect(codeOf(() => makeBallot(blank, { credential, marks: [marks] }, random))).toBe('plain-vote');
  });

  /** The ballot with something else in its answer, signed by its voter. */
  function resigned(ballot: string, change: (answer: any) => void): string {
    const b = parseJson(ballot, 'ballot') as any;
    change(b.answers[0]);
    const { signature: _, ...unsigned } = b;
    const hash = sha256B64(writeJson(unsigned));
    return writeJson({ ...unsigned, signature: { hash, proof: proofJson(signBallot(deriveCredential(blank.uuid, credential), hash, random)) } });
  }
  const made = makeBallot(blank, { credential, marks: [[0, 1, 0, 0]] }, random).ballot;

  it.each<[string, (a: any) => void, string]>([
    ['nothing', () => {}, 'none'],
    ['the blank proof turned round', (a) => a.blank_proof.reverse(), 'blank-proof'],
    ['the overall proof turned round', (a) => a.overall_proof.reverse(), 'overall-proof'],
    ['an individual proof turned round', (a) => a.individual_proofs[2].reverse(), 'individual-proof'],
    ['no blank proof', (a) => delete a.blank_proof, 'ballot-shape'],
    ['a blank proof too many', (a) => a.blank_proof.push(a.blank_proof[0]), 'ballot-shape'],
    ['a choice less', (a) => a.choices.pop(), 'ballot-shape'],
  ])('changed: %s', (_, change, code) => {
    expect(codeOf(() => checkBallot(resigned(made, change), blank, anyone)) ?? 'none').toBe(code);
  });
});

describe('a question with a range', () => {
  const range = electionWith({ min: 0, max: 3 });
  it.each([[[0, 0, 0]], [[1, 0, 1]], [[1, 1, 1]]])('%j is good', (marks) => {
    checkBallot(makeBallot(range, { credential, marks: [marks] }, random).ballot, range, anyone);
  });
  it('refuses a blank proof', () => {
    const b = parseJson(makeBallot(blank, { credential, marks: [[1, 0, 0, 0]] }, random).ballot, 'ballot') as Record<string, Json>;
    expect(codeOf(() => checkBallot(writeJson(b), range, anyone))).toBe('ballot-election');
  });
});
