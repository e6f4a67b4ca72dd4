import { beforeAll, describe, expect, it } from 'vitest';
import { finishKey, makeCertificate, makePolynomial, makeSeed, secretsOf, type Seat } from '../../src/protocol/ceremony';
import { signedJson } from '../../src/protocol/certificates';
import { base, decodeElement, encodeElement } from '../../src/protocol/group';
import { receiveFrom, sendTo } from '../../src/protocol/channel';
import { sha256Hex } from '../../src/protocol/hash';
import { parseJson, writeJson, type Json } from '../../src/protocol/json';
import { signMessage } from '../../src/protocol/proofs';
import { lagrange, mod, Q } from '../../src/protocol/scalar';
import { codeOf } from './support/code';
import { fixedRandom } from './support/random';
import { runCeremony, seatsOf, vinputFor, type Ceremony } from './support/vote';

const random = fixedRandom('ceremony test');
type Fields = Record<string, any>;

describe('making a common key', () => {
  let c: Ceremony;
  const seats = seatsOf(3, 2);
  beforeAll(() => {
    c = runCeremony(3, 2, random);
  });
  const finish = (j: number, change: (vinput: Fields) => Fields, certificates: Json[] = c.certificates): string | null =>
    codeOf(() => finishKey(c.seeds[j - 1]!, seats[j - 1]!, certificates, change(vinputFor(c.polynomials, j) as Fields) as Json, random));

  it('any two shares give the key, one does not', () => {
    const shares = c.finished.map((f) => BigInt(f.decryptionKey));
    for (const points of [[1, 2], [1, 3], [2, 3]]) {
      const secret = mod(points.reduce((sum, j) => sum + shares[j - 1]! * lagrange(points, j), 0n));
      expect(encodeElement(base(secret))).toBe(c.publicKey);
    }
    expect(shares.map((s) => encodeElement(base(s)))).not.toContain(c.publicKey);
    c.finished.forEach((f) => expect(encodeElement(base(BigInt(f.decryptionKey)))).toBe(f.publicKey));
  });

  it('the certificate has the agreed fields in the agreed order', () => {
    const { message } = c.certificates[1] as Fields;
    const { coefexps } = c.polynomials[1] as Fields;
    const { verification, encryption } = secretsOf(c.seeds[1]!, seats[1]!);
    expect(message).toBe(
      `{"context":{"group":"Ed25519","size":3,"threshold":2,"index":2},"verification":"${verification}","encryption":"${encryption}","coefexps":"${sha256Hex(coefexps.message)}"}`,
    );
  });

  it('the polynomial is fixed by seed and seat, coefficient by coefficient', () => {
    const seat: Seat = { size: 3, threshold: 2, index: 1 };
    const { polynomial } = secretsOf(c.seeds[0]!, seat);
    const hex = sha256Hex(`poly|${c.seeds[0]}|2|3|1|1|0`) + sha256Hex(`poly|${c.seeds[0]}|2|3|1|1|1`);
    expect(polynomial[1]).toBe(BigInt('0x' + hex) % Q);
    expect(new Set([polynomial[0], polynomial[1], ...secretsOf(c.seeds[0]!, { ...seat, index: 2 }).polynomial]).size).toBe(4);
  });

  it('the kept message E gives the share back, to its trustee only', () => {
    c.finished.forEach((f, i) => {
      const e = (f.message as Fields).private_key as string;
      const [my, other] = [secretsOf(c.seeds[i]!, seats[i]!), secretsOf(c.seeds[(i + 1) % 3]!, seats[(i + 1) % 3]!)];
      const sender = decodeElement(my.verification);
      expect(receiveFrom(sender, e, my)).toBe(`{"decryption_key":"${f.decryptionKey}"}`);
      expect(codeOf(() => receiveFrom(sender, e, other))).toBe('channel-message');
    });
  });

  it.each<[string, (v: Fields) => Fields, string]>([
    ['a share less', (v) => ({ ...v, secrets: v.secrets.slice(1) }), 'field-type'],
    ['shares in another order', (v) => ({ ...v, secrets: [v.secrets[1], v.secrets[0], v.secrets[2]] }), 'channel-signature'],
    ['a share for somebody else', (v) => ({ ...v, secrets: [(c.polynomials[0] as Fields).secrets[2], ...v.secrets.slice(1)] }), 'channel-message'],
    ["somebody else's polynomial", (v) => ({ ...v, polynomial: v.secrets[1] }), 'polynomial-changed'],
    ['coefficients in another order', (v) => ({ ...v, coefexps: [v.coefexps[1], v.coefexps[0], v.coefexps[2]] }), 'coefficients-signature'],
    ['signatures in another order', (v) => ({ ...v, signatures: [v.signatures[1], v.signatures[0], v.signatures[2]] }), 'certificates-signature'],
  ])('step 5 refuses %s', (_, change, code) => expect(finish(2, change)).toBe(code));

  it('step 5 refuses coefficients other than those committed to, though well signed', () => {
    const my = secretsOf(c.seeds[0]!, seats[0]!);
    const message = writeJson({ coefexps: [my.coefficients[0]!, encodeElement(base(5n))] });
    const forged = signedJson({ message, signature: signMessage(my.signingKey, message, random) });
    expect(finish(2, (v) => ({ ...v, coefexps: [forged, ...v.coefexps.slice(1)] }))).toBe('coefficients-commitment');
  });

  it('step 5 refuses a share that the coefficients do not give', () => {
    const my = secretsOf(c.seeds[0]!, seats[0]!);
    const to = decodeElement(secretsOf(c.seeds[1]!, seats[1]!).encryption);
    const wrong = sendTo(to, writeJson({ secret: '12345' }), my.signingKey, random);
    expect(finish(2, (v) => ({ ...v, secrets: [wrong, ...v.secrets.slice(1)] }))).toBe('secret-share');
  });

  it('step 3 refuses certificates that are too few, for another committee, moved, or not mine', () => {
    const make = (certificates: Json[], seat = seats[0]!): string | null => codeOf(() => makePolynomial(c.seeds[0]!, seat, certificates, random));
    expect(make(c.certificates.slice(1))).toBe('ceremony-size');
    expect(make(c.certificates, { size: 3, threshold: 3, index: 1 })).toBe('certificate-context');
    expect(make([c.certificates[1]!, c.certificates[0]!, c.certificates[2]!])).toBe('certificate-context');
    expect(make([makeCertificate(makeSeed(random), seats[0]!, random), ...c.certificates.slice(1)])).toBe('not-my-certificate');
    expect(make(c.certificates, { size: 3, threshold: 4, index: 1 })).toBe('trustees-threshold');
  });

  it('refuses the identity as a key', () => {
    const { message, signature } = c.certificates[2] as Fields;
    const one = '0'.repeat(63) + '1';
    const { encryption } = parseJson(message, 'certificate') as Fields;
    const changed = [...c.certificates.slice(0, 2), { message: message.replace(encryption, one), signature }];
    expect(codeOf(() => makePolynomial(c.seeds[0]!, seats[0]!, changed, random))).toBe('element-identity');
  });
});

describe('a channel message', () => {
  const [sk, dk] = [11n, 22n];
  const receiver = { decryptionKey: dk, encryption: encodeElement(base(dk)) };
  const sealed = sendTo(base(dk), 'xin chào', sk, random);

  it('arrives', () => expect(receiveFrom(base(sk), sealed, receiver)).toBe('xin chào'));
  it('is refused from another sender', () => expect(codeOf(() => receiveFrom(base(12n), sealed, receiver))).toBe('channel-signature'));
  it('is refused by another receiver', () => {
    expect(codeOf(() => receiveFrom(base(sk), sealed, { ...receiver, decryptionKey: 23n }))).toBe('channel-message');
    expect(codeOf(() => receiveFrom(base(sk), sealed, { ...receiver, encryption: encodeElement(base(23n)) }))).toBe('channel-recipient');
  });
  it('is refused when any digit of the data is another', () => {
    const at = sealed.indexOf('"data":"') + 8;
    for (let i = at; i < sealed.length - 2; i += 37) {
      const changed = sealed.slice(0, i) + (sealed[i] === '0' ? '1' : '0') + sealed.slice(i + 1);
      expect(codeOf(() => receiveFrom(base(sk), changed, receiver))).toBe('channel-message');
    }
  });
});
