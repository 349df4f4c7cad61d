import { existsSync } from 'node:fs';
import { expect } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { type RunningApp, startApp } from './app.js';
import { launchBrowser } from './browser.js';
import { createAccount, type TestAccount } from './factories.js';

/** The real server with the built dashboard, and a Chromium to use it. */
export interface Dashboard {
  readonly running: RunningApp;
  readonly browser: Browser;
  /** A page of a browser of its own (no cookies of others), on `path`. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same, signed in to a new account. */
  visitSignedIn(
    path: string,
    options?: VisitOptions,
  ): Promise<{ page: Page; account: TestAccount }>;
  /** What the pages' consoles complained about, and every request to another host. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** Sign in as this one instead of a new account. */
  readonly account?: TestAccount;
}

/**
 * Starts server and browser; needs `npm run build:web` before. With `host`, the browser finds the server
 * at `http://host`, which is BASE_URL then. Close it in `afterAll`.
 */
export async function openDashboard(
  environment: Record<string, string> = {},
  host?: string,
): Promise<Dashboard> {
  if (!existsSync('dist/web/index.html')) throw new Error('Run "npm run build:web" first.');
  const running = await startApp({
    ...environment,
    ...(host !== undefined && { BASE_URL: `http://${host}` }),
  });
  const url = host === undefined ? running.url : `http://${host}`;
  const found = `--host-resolver-rules=MAP ${host ?? ''}:80 ${new URL(running.url).host}`;
  const browser = await (host === undefined ? launchBrowser() : launchBrowser(found));
  const complaints: string[] = [];
  const visit = async (path: string, options: BrowserContextOptions = {}, cookie?: string) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    if (cookie !== undefined) {
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      await context.addCookies([{ name, value, url: secure(url), secure: true }]);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    listen(page, url, complaints);
    await page.goto(url + path);
    return page;
  };
  return {
    running,
    browser,
    complaints,
    visit,
    visitSignedIn: async (path, { account, ...options } = {}) => {
      const who = account ?? (await createAccount(running));
      return { page: await visit(path, options, who.cookie), account: who };
    },
    close: async () => {
      await browser.close();
      await running.close();
    },
  };
}

/** A `__Host-` cookie is for https only; Chromium sends it to the loopback address as well. */
function secure(url: string): string {
  return url.replace(/^http:/, 'https:');
}

function listen(page: Page, url: string, complaints: string[]): void {
  page.on('console', (message) => {
    // Chromium itself writes a line for every answer from 400 on; the tests look at what the page says of it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(url))
      complaints.push(`request to ${request.url()}`);
  });
}

/** Fails with axe-core's findings (WCAG 2.2 A and AA and its best practices), if there are any. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours are judged when nothing fades any more. (waitForFunction would poll by eval, which the
  // content security policy refuses.)
  await page.evaluate(`(async () => {
    const fading = () => document.getAnimations().filter(({ playState, effect }) =>
      playState === 'running' && effect?.getComputedTiming().iterations !== Infinity);
    while (fading().length > 0) await Promise.allSettled(fading().map(({ finished }) => finished));
  })()`);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`,
    );
  });
  expect(found).toEqual([]);
}
