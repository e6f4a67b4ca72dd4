// Small pieces: logarithms, words for hashes, sentences, the drill, the archive's reader, the worker's client.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveEntry, readArchive } from '../../src/protocol/archive';
import { toBase64, utf8 } from '../../src/protocol/bytes';
import { answerDrill } from '../../src/protocol/decrypt';
import { base, decodeElement, encodeElement, power } from '../../src/protocol/group';
import { hexToB64, sha256B64, sha256Hex } from '../../src/protocol/hash';
import type { Json } from '../../src/protocol/json';
import { strongDecryptionHolds, readProof } from '../../src/protocol/proofs';
import { Refusal } from '../../src/protocol/refusal';
import { sentences, type Code } from '../../src/protocol/sentences';
import { discreteLogs } from './support/discreteLogs';
import { trackerWordList, trackerWords } from '../../src/protocol/trackerWords';
import { codeOfAsync } from './support/code';
import { fixedRandom } from './support/random';
import { pieces } from './support/vectors';

describe('discrete logarithms', () => {
  it('are found up to the limit and not above', () => {
    for (const most of [0n, 1n, 2n, 3n, 8n, 9n, 10n, 30n]) {
      const all = Array.from({ length: Number(most) + 4 }, (_, n) => base(BigInt(n)));
      expect(discreteLogs(all, most)).toEqual(all.map((_, n) => (BigInt(n) <= most ? BigInt(n) : null)));
    }
    expect(discreteLogs([base(99_999n), base(100_001n)], 100_000n)).toEqual([99_999n, null]);
  });
});

describe('words for a hash', () => {
  const plain = (w: string): string => w.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  it('are 256 pairs of syllables that differ even without marks', () => {
    expect(trackerWordList.length).toBe(256);
    for (const w of trackerWordList) expect(w).toMatch(/^[\p{Ll}]+ [\p{Ll}]+$/u);
    expect(new Set(trackerWordList.map(plain)).size).toBe(256);
    expect(trackerWordList.map((w) => w.normalize('NFC'))).toEqual(trackerWordList);
  });
  it('are chosen by the first 32 bits', () => {
    expect(trackerWords('00010203' + 'f'.repeat(56))).toEqual(trackerWordList.slice(0, 4));
    expect(trackerWords('ff00ff00')).toEqual([255, 0, 255, 0].map((i) => trackerWordList[i]));
  });
  it('keep their order for ever', () => expect(sha256Hex(trackerWordList.join(','))).toBe('15c71690cc0827f5456ea5c52ad309dfeeb70314123993e50091639e98848896'));
});

describe('sentences', () => {
  const source = readFileSync(resolve(import.meta.dirname, '../../../ballot/reasons.cpp'), 'utf8');
  // C++ joins neighbouring literals, and escapes quotation marks.
  const literal = '((?:\\s*"(?:[^"\\\\]|\\\\.)*")+)';
  const plain = (literals: string): string => [...literals.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]!.replace(/\\(.)/g, '$1')).join('');
  const theirs = new Map([...source.matchAll(new RegExp(`return \\{\\s*"([a-z0-9-]+)",${literal},${literal}\\};`, 'g'))].map((m) => [m[1]!, { vi: plain(m[2]!), en: plain(m[3]!) }]));
  const ours = ['credential-empty', 'credential-length', 'credential-character', 'credential-dashes', 'not-fetched', 'own-key-missing', 'drill-id', 'worker-start', 'browser-arithmetic', 'cancelled'];

  it('are the same as in C++', () => {
    expect(theirs.size).toBeGreaterThan(90);
    expect([...theirs.keys()].filter((code) => !(code in sentences))).toEqual([]);
    for (const [code, sentence] of Object.entries(sentences)) if (!ours.includes(code)) expect([code, sentence]).toEqual([code, theirs.get(code)]);
  });
  it('are there for every refusal', () => {
    for (const [code, { vi, en }] of Object.entries(sentences)) {
      expect(vi.length * en.length, code).toBeGreaterThan(0);
      expect(new Refusal(code as Code).vi).toBe(vi);
    }
  });
});

describe('the fire drill', () => {
  it('proves the factor for this drill only', () => {
    const alpha = base(77n);
    const { factor, proof } = answerDrill('5', 'ThuKhoaThuNghie1', '77', fixedRandom('drill')) as Record<string, Json>;
    expect(factor).toBe(encodeElement(power(alpha, 5n)));
    const claim = { key: base(5n), keyHex: encodeElement(base(5n)), alpha, alphaHex: encodeElement(alpha), factor: decodeElement(factor), factorHex: factor as string };
    expect(strongDecryptionHolds({ ...claim, context: 'drill:ThuKhoaThuNghie1' }, readProof(proof, 'proof'))).toBe(true);
    expect(strongDecryptionHolds({ ...claim, context: 'drill:ThuKhoaThuNghie2' }, readProof(proof, 'proof'))).toBe(false);
  });
});

describe('an archive', () => {
  const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(parts.flatMap((p) => [...p]));
  const read = async (bytes: Uint8Array, size: number) => {
    const out = [];
    for await (const f of readArchive(pieces(bytes, size))) out.push([f.name, f.timestamp, f.body.length]);
    return out;
  };

  it('is the same in pieces of any size', async () => {
    const bytes = join(archiveEntry('a', utf8('x'.repeat(600)), 5), archiveEntry('b', new Uint8Array(0), 5), archiveEntry('c', utf8('y'.repeat(512)), 5));
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (size) => {
      expect(await read(bytes, size)).toEqual([['a', 5, 600], ['b', 5, 0], ['c', 5, 512]]);
    }), { numRuns: 30 });
  });

  it('is refused with anything but zeros in its padding', async () => {
    const bytes = archiveEntry('a', utf8('x'), 5);
    bytes[600] = 1;
    expect(await codeOfAsync(() => read(bytes, 512))).toBe('archive-padding');
  });

  it('is refused when a file says it is enormous', async () => {
    const { archiveHeader } = await import('../../src/protocol/archive');
    expect(await codeOfAsync(() => read(archiveHeader('a', 2 ** 32, 5), 512))).toBe('archive-too-large');
  });

  it('is read from a stream, which is let go when the reading stops', async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (c) => c.enqueue(archiveEntry('a', utf8('x'), 5)),
      cancel: () => void (cancelled = true),
    });
    for await (const f of readArchive(stream)) {
      expect(f.name).toBe('a');
      break;
    }
    expect(cancelled).toBe(true);
  });
});

describe('hashes', () => {
  it('are spelled two ways', () => {
    expect(hexToB64(sha256Hex('a'))).toBe(sha256B64('a'));
    expect(sha256B64('a').length).toBe(43);
    expect(toBase64(new Uint8Array([0xfb, 0xff]))).toBe('+/8');
  });
});
