// The built code in a real browser, under the Content-Security-Policy and Trusted Types of our server: the worker
// starts, makes a ballot, streams and verifies an archive, can be cancelled; an office's spreadsheet can be read.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBallot } from '../../src/protocol/ballotCheck';
import { utf8 } from '../../src/protocol/bytes';
import { readElection } from '../../src/protocol/election';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types minhtin-worker";
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.bel': 'application/octet-stream' };
const vectors = resolve(import.meta.dirname, '../../../tests/vectors/web');

/** A workbook with one sheet, as small as a workbook can be. */
function workbook(rows: string[][]): Uint8Array {
  const cells = rows.map((row, r) => `<row r="${r + 1}">${row.map((c, i) => `<c r="${'ABC'[i]}${r + 1}" t="inlineStr"><is><t>${c}</t></is></c>`).join('')}</row>`);
  const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': xml(`<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`),
  });
}

describe.skipIf(!existsSync(EXECUTABLE))('in a browser, under our policy', { timeout: 120_000 }, () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let page: Page;
  let scriptsOfWorkers = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minhtin-web-'));
    await build({
      configFile: resolve(import.meta.dirname, '../../vite.config.ts'),
      root: resolve(import.meta.dirname, 'browser'),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: resolve(import.meta.dirname, 'browser/page.html') } },
    });
    server = createServer((request, response) => {
      const path = new URL(request.url!, 'http://x').pathname;
      if (/^\/assets\/worker-/.test(path)) scriptsOfWorkers++;
      const file = path.endsWith('.bel') ? join(vectors, path) : join(folder, path);
      if (!existsSync(file)) return void response.writeHead(404).end();
      response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff' });
      response.end(readFileSync(file));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
    await page.waitForFunction(() => 'protocol' in window);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const vote = JSON.parse(readFileSync(join(vectors, 'vote.json'), 'utf8'));

  it('makes a ballot that is good', async () => {
    const made = await page.evaluate(
      async ([text, credential]) => {
        const steps: number[] = [];
        const progress = (p: { done: number }): void => void steps.push(p.done);
        const marks = [[1, 0, 0], [0, 0, 0], [0, 0, 1]];
        const ballot = await window.protocol.run('makeBallot', { election: new TextEncoder().encode(text), credential: credential!, marks }, { progress });
        return { ...ballot, steps };
      },
      [vote.election, vote.credentials[4]] as [string, string],
    );
    expect(made.steps).toEqual([1, 2, 3]);
    checkBallot(made.ballot, readElection(utf8(vote.election)), { has: () => true });
  });

  it('streams and verifies an archive', async () => {
    const before = scriptsOfWorkers;
    const report = await page.evaluate(() => window.protocol.run('audit', { source: { url: '/vote.bel' } }));
    const cores = Math.min(4, await page.evaluate(() => navigator.hardwareConcurrency));
    expect(scriptsOfWorkers - before).toBe(cores > 1 ? cores : 0); // its helpers
    expect(report.result).toEqual(vote.result);
    expect(report.archiveHash).toBe(vote.archive_hash);
  });

  it('hands refusals over with their code', async () => {
    const code = (source: { url: string }) => page.evaluate((s) => window.protocol.run('audit', { source: s }).catch((e) => [e.code, e.vi]), source);
    expect(await code({ url: '/missing.bel' })).toEqual(['not-fetched', 'Không tải được kho phiếu.']);
    expect(await code({ url: '/page.html' })).toEqual(['archive-truncated', 'Tệp lưu trữ bị cắt cụt.']);
  });

  it('stops an audit', async () => {
    const code = await page.evaluate(() => {
      const abort = new AbortController();
      return window.protocol.run('audit', { source: { url: '/vote.bel' } }, { signal: abort.signal, progress: () => abort.abort() }).catch((e) => e.code);
    });
    expect(code).toBe('cancelled');
  });

  it('reads a spreadsheet', async () => {
    const rows = [['Mã', 'Họ và tên'], ['A1', 'Nguyễn Văn Thử']];
    const read = await page.evaluate((bytes) => window.readSheet(new Blob([new Uint8Array(bytes)])), [...workbook(rows)]);
    expect(read).toEqual(rows);
  });

  it('lets no other script become a worker', async () => {
    const refused = await page.evaluate(() => {
      try {
        new Worker('/assets/other.js');
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBe(true);
    expect(await page.evaluate(() => window.violations.splice(0))).toHaveLength(1);
  });

  it('breaks no rule of the policy', async () => {
    expect(await page.evaluate(() => window.violations)).toEqual([]);
  });
});
