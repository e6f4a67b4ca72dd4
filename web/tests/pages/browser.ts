// A server for the built pages and a Chromium to look at them.
import { createServer, type IncomingMessage } from 'node:http';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { BoardServer } from './board_server';

const dist = resolve(import.meta.dirname, '../../dist-pages');
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

// As security.md 4.2 asks, with the one policy of our own worker script.
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types minhtin-worker";

const entries: [RegExp, string][] = [
  [/^\/b\//, 'booth.html'],
  [/^\/t\/$/, 'trustee.html'],
  [/^\/s\/$/, 'slips.html'],
  [/^\/v\//, 'verify.html'],
];

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? null : text;
}

export interface Site {
  origin: string;
  stop(): void;
}

export async function startSite(board: BoardServer): Promise<Site> {
  const server = createServer(async (request, response) => {
    const path = request.url!.split('?')[0]!;
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (path.startsWith('/api/v1')) {
      const answer = board.handle(request.method!, path.slice(7), await bodyOf(request), request.headers as Record<string, string>);
      if (answer.status === 0) return request.socket.destroy();
      const bytes = answer.body instanceof Uint8Array ? answer.body : JSON.stringify(answer.body);
      response.writeHead(answer.status, answer.headers ?? {});
      return response.end(bytes);
    }
    const file = resolve(dist, entries.find(([pattern]) => pattern.test(path))?.[1] ?? `.${path}`);
    if (!file.startsWith(dist) || !existsSync(file)) {
      response.writeHead(404);
      return response.end();
    }
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    return response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.closeAllConnections() ?? server.close() };
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });

const folder = process.env.MINHTIN_SCREENS;
const axe = readFileSync(resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What the accessibility rules of WCAG 2.2 A and AA find, over all states of all pages. */
export const accessFaults: string[] = [];

async function checkAccess(page: Page, name: string): Promise<void> {
  await page.evaluate(axe);
  const result = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
  )) as AxeResult;
  for (const { id, help, nodes } of result.violations) {
    accessFaults.push(`${name}: ${id} (${help}) ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('; ')}`);
  }
}

/** A page that keeps a list of what must not happen: faults, refused code, other origins. */
export async function openPage(context: BrowserContext, origin: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`fault: ${error.message}`));
  page.on('console', (message) => {
    // Refusals of the API are part of the story; Chromium logs each as a failed resource.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('blob:')) faults.push(`other origin: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (e) => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`));
  });
  return { page, faults };
}

/** The page at 360 and at 1280 pixels; fails when it is wider than the screen and notes broken rules of access. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) throw new Error(`${name} is ${wide} px too wide at ${width}`);
    if (!folder) continue;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: resolve(folder, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await checkAccess(page, name);
}
