// Serves the built pages with the server's own headers in front of the fake API, and looks at them in Chromium.

import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { FakeServer } from '../office/fake_server';

const DIST = process.env['MINHTIN_DIST'] ?? resolve(import.meta.dirname, '../../dist');
const SHOTS = process.env['MINHTIN_SHOTS'] ?? '';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types minhtin-worker";

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text ? JSON.parse(text) : undefined;
}

export async function serve(fake: FakeServer, archive: Uint8Array): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      response.setHeader('Content-Security-Policy', CSP);
      if (url.pathname.endsWith('/archive.bel')) return response.end(archive);
      if (url.pathname.startsWith('/api/v1/')) {
        const cookie = /(?:^|; )session=(\w+)/.exec(request.headers.cookie ?? '');
        const answer = fake.handle({
          method: request.method ?? 'GET',
          path: url.pathname.slice('/api/v1'.length),
          query: url.searchParams,
          body: await bodyOf(request),
          login: cookie?.[1] ?? null,
        });
        if (answer.login !== undefined) response.setHeader('Set-Cookie', `session=${answer.login ?? ''}; Path=/; HttpOnly; SameSite=Strict`);
        response.writeHead(answer.status, { 'Content-Type': 'application/json' });
        return response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
      }
      const path = url.pathname === '/' ? '/index.html' : normalize(url.pathname);
      try {
        const content = await readFile(join(DIST, path));
        response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
        return response.end(content);
      } catch {
        response.writeHead(404);
        return response.end();
      }
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}` };
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** One person at one screen: keeps what the browser complained about, so that a test can ask that it is nothing. */
export class Visitor {
  readonly complaints: string[] = [];
  private constructor(readonly page: Page, private readonly context: BrowserContext, private readonly width: number) {
    page.on('pageerror', (error) => this.complaints.push(`fault: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      // A refused call (401, 404, 409) is part of the story; everything else is not.
      if (message.type() === 'error' && !/status of 4\d\d/.test(text)) this.complaints.push(`console: ${text}`);
    });
  }

  static async open(browser: Browser, address: string, width: number, height: number): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN', baseURL: address, permissions: ['clipboard-read', 'clipboard-write'] });
    const visitor = new Visitor(await context.newPage(), context, width);
    await visitor.page.goto('/');
    return visitor;
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.getByLabel('Tên đăng nhập').fill(login);
    await this.page.getByLabel('Mật khẩu').fill(password);
    await this.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await this.page.locator('.who').waitFor();
  }

  /** Goes to a place of the app and waits until its data are there. */
  async go(hash: string): Promise<void> {
    await this.page.goto(`/${hash}`);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('.loading') === null);
  }

  /** Looks: keeps a picture, asks axe, and that nothing sticks out sideways. */
  async look(name: string): Promise<void> {
    await this.settled();
    const sticksOut = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sticksOut > 0) this.complaints.push(`${name} at ${this.width}: ${sticksOut} px too wide`);
    if (SHOTS) await this.page.screenshot({ path: join(SHOTS, `${name}-${this.width}.png`), fullPage: true });
    const faults = await this.axe();
    for (const fault of faults) this.complaints.push(`${name} at ${this.width}: axe ${fault}`);
  }

  private async axe(): Promise<string[]> {
    const source = await readFile(axeSource, 'utf8');
    return this.page.evaluate(`(async () => {
      ${'if (!window.axe) {'} ${source} }
      const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return result.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).join(', '));
    })()`) as Promise<string[]>;
  }

  /** What paper would show. */
  async print(name: string): Promise<void> {
    if (SHOTS) await this.page.pdf({ path: join(SHOTS, `${name}.pdf`), preferCSSPageSize: true });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
