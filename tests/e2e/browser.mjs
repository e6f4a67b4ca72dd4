// A Chromium, and people who sit in front of it. Each keeps what the browser complained about.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Keyboard } from './keyboard.mjs';
import { root, shots } from './places.mjs';

const webRequire = createRequire(resolve(root, 'web/package.json'));
const { chromium } = webRequire('playwright-core');
const axe = readFileSync(webRequire.resolve('axe-core/axe.min.js'), 'utf8');

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });

/** One person at one screen, in a browser profile of the own. */
export class Visitor {
  static complaints = [];

  static async open(browser, origin, path) {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 }, locale: 'vi-VN', baseURL: origin, acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(60_000);
    const visitor = new Visitor(context, await context.newPage(), origin);
    await visitor.page.goto(path);
    return visitor;
  }

  constructor(context, page, origin) {
    this.context = context;
    this.page = page;
    const complain = (text) => Visitor.complaints.push(text);
    this.keyboard = new Keyboard(page, complain);
    page.on('pageerror', (error) => complain(`fault: ${error.message}`));
    page.on('console', (message) => {
      // Refusals and dropped connections are part of the story; Chromium logs each as a failed resource.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complain(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('blob:')) complain(`other origin: ${request.url()}`);
    });
  }

  async signIn({ login, password }) {
    await this.page.getByLabel('Tên đăng nhập').fill(login);
    await this.page.getByLabel('Mật khẩu').fill(password);
    await this.press('Đăng nhập');
    await this.page.locator('.who').waitFor();
    await this.settled();
  }

  async go(path) {
    await this.page.goto(path);
    await this.settled();
  }

  async settled() {
    await this.page.waitForLoadState('networkidle');
    await this.page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('.loading') === null);
  }

  press(name) {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Presses the button and, in the dialog that asks, the same button again. */
  async confirm(name) {
    await this.press(name);
    await this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  /** Asks for something that cannot be undone, then leaves with Escape: the focus is back where it was. */
  async changesMind(name) {
    const button = this.page.getByRole('button', { name, exact: true });
    await button.focus();
    await this.keyboard.press('Enter');
    await this.page.getByRole('dialog').waitFor();
    if (!(await this.page.evaluate(() => document.querySelector('dialog[open]').contains(document.activeElement)))) throw new Error(`${name}: the focus is not in the dialog`);
    await this.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
    if (!(await button.evaluate((element) => element === document.activeElement))) throw new Error(`${name}: the focus did not come back`);
  }

  see(text) {
    return this.page.getByText(text).first().waitFor();
  }

  /** Keeps pictures at 360 and 1280 px; asks axe, in the dark too; nothing may stick out sideways, also at 320 px;
   *  walks through the page with Tab. */
  async look(name) {
    await this.page.setViewportSize({ width: 320, height: 640 });
    await this.narrow(name, 320);
    for (const width of [360, 1280]) {
      await this.page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      await this.narrow(name, width);
      await this.page.evaluate(() => (document.activeElement?.blur?.(), window.scrollTo(0, 0)));
      await this.page.screenshot({ path: resolve(shots, `${name}-${width}.png`), fullPage: true });
    }
    for (const fault of await this.faults()) Visitor.complaints.push(`${name}: axe ${fault}`);
    await this.page.emulateMedia({ colorScheme: 'dark' });
    for (const fault of await this.faults(['color-contrast'])) Visitor.complaints.push(`${name} in the dark: axe ${fault}`);
    await this.page.emulateMedia({ colorScheme: null });
    await this.page.setViewportSize({ width: 360, height: 740 });
    await this.keyboard.through(name);
  }

  async narrow(name, width) {
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) Visitor.complaints.push(`${name} is ${wide} px too wide at ${width}`);
  }

  /** What axe finds, by all its rules of WCAG 2.2 AA or by the rules named. */
  faults(rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']) {
    return this.page.evaluate(`(async () => {
      if (!window.axe) { ${axe} }
      const result = await window.axe.run(document, { runOnly: ${JSON.stringify(rules)} });
      return result.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).join(', '));
    })()`);
  }

  print(name) {
    return this.page.pdf({ path: resolve(shots, `${name}.pdf`), preferCSSPageSize: true });
  }

  leave() {
    return this.context.close();
  }
}
