import { describe, expect, it } from 'vitest';
import { openKeyfile, readKeyfileLabel, sealKeyfile } from '../../src/protocol/keyfile';
import { codeOf, codeOfAsync } from './support/code';
import { fixedRandom } from './support/random';

const random = fixedRandom('key file test');
const label = { election: 'MinhTinThuNghiem1', ceremony: '7ThuNghiemThuNgh', trustee: 2, size: 3, threshold: 2, name: 'Nguyễn Văn Thử' };
const secrets = { seed: 'Kw8Q1uF5iBqpLLhPvzA5DJ', decryptionKey: '6674919803634435142694487053934220109904896018752587276084030220365898236349' };
const PASSPHRASE = 'một hai ba bốn năm';

describe('a key file', { timeout: 120_000 }, () => {
  it('opens with its passphrase, however the marks are spelled, and with no other', async () => {
    const done: number[] = [];
    const file = await sealKeyfile(label, secrets, PASSPHRASE, random, (d) => done.push(d));
    expect(done.at(-1)).toBe(1);
    const opened = await openKeyfile(file + '\n', PASSPHRASE.normalize('NFD'));
    expect(opened).toEqual({ label: { ...label, complete: true }, secrets });
    expect(readKeyfileLabel(file)).toEqual({ ...label, complete: true });
    expect(file).not.toContain(secrets.seed);
    expect(file).not.toContain(secrets.decryptionKey);
    expect(await codeOfAsync(() => openKeyfile(file, PASSPHRASE + ' '))).toBe('key-file-passphrase');
  });

  it('exists before the common key, and says so', async () => {
    const file = await sealKeyfile(label, { seed: secrets.seed }, PASSPHRASE, random);
    expect(readKeyfileLabel(file).complete).toBe(false);
    expect((await openKeyfile(file, PASSPHRASE)).secrets).toEqual({ seed: secrets.seed });
    // The label cannot be exchanged: it is the associated data.
    for (const [from, to] of [['"complete":false', '"complete":true'], ['"trustee":2', '"trustee":1'], ['"name":"Nguyễn', '"name":"nguyễn']] as const) {
      expect(await codeOfAsync(() => openKeyfile(file.replace(from, to), PASSPHRASE))).toBe('key-file-passphrase');
    }
    const last = file.at(-3)!;
    const flipped = file.slice(0, -3) + (last === '0' ? '1' : '0') + file.slice(-2);
    expect(await codeOfAsync(() => openKeyfile(flipped, PASSPHRASE))).toBe('key-file-passphrase');
  });

  const start =
    '{"format":"minhtin-key-1","election":"MinhTinThuNghiem1","ceremony":"7","trustee":2,"size":3,"threshold":2,"name":"Thử","complete":false,"kdf":{"name":"argon2id","salt":"000102030405060708090a0b0c0d0e0f","t":3,"m":65536,"p":1},"nonce":"000102030405060708090a0b0c0d0e0f1011121314151617","sealed":"00"}';
  it.each([
    ['nothing', ''],
    ['another format', start.replace('key-1', 'key-2')],
    ['more memory', start.replace('65536', '999999999')],
    ['another derivation', start.replace('argon2id', 'argon2d')],
    ['a short salt', start.replace('0001020304050607', '')],
    ['an unknown field', start.replace('"name":"Thử"', '"name":"Thử","more":1')],
    ['another order', start.replace('"trustee":2,"size":3', '"size":3,"trustee":2')],
    ['trustee 0', start.replace('"trustee":2', '"trustee":0')],
    ['upper-case digits', start.replace('0e0f"', '0E0F"')],
  ])('is refused before any work: %s', async (_, file) => {
    expect(await codeOfAsync(() => openKeyfile(file, PASSPHRASE))).toBe('key-file-format');
  });
  it('start is well formed', () => expect(codeOf(() => readKeyfileLabel(start))).toBe(null));
  it('may carry the digest that minhtin-trustee adds, in its place', () => {
    const digest = '"certificates":"' + 'a'.repeat(64) + '",';
    expect(codeOf(() => readKeyfileLabel(start.replace('"kdf"', digest + '"kdf"')))).toBe(null);
    expect(codeOf(() => readKeyfileLabel(start.replace('"complete"', digest + '"complete"')))).toBe('key-file-format');
    expect(codeOf(() => readKeyfileLabel(start.replace('"kdf"', digest.replace('aa', 'A') + '"kdf"')))).toBe('key-file-format');
  });
});
