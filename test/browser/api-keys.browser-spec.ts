import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createKey, invoiceBody } from '../support/factories.js';

const path = '/settings/api-keys';

describe('Settings → API Keys', () => {
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  /** Goes through the dialog up to the key. */
  async function generate(page: Page, name: string): Promise<string> {
    await page.getByRole('button', { name: 'Generate New Key' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    return page.getByRole('group', { name: 'API key' }).innerText();
  }

  const stored = (page: Page) => page.getByRole('button', { name: 'I have stored it' });
  const row = (page: Page, name: string) => page.getByRole('row', { name });
  const focusWindow = (page: Page) =>
    page.evaluate(() => window.dispatchEvent(new FocusEvent('focus')));
  /** Reads the page at the time of the server, whose clock stands still. */
  const serverTime = async (page: Page) => {
    await page.clock.setFixedTime(dashboard.running.clock.now());
    await page.reload();
  };
  const requestWith = (key: string) =>
    request(dashboard.running.url)
      .post('/generate')
      .set({ authorization: `Bearer ${key}` })
      .send(invoiceBody());

  it('asks for a name, shows the key once, and only "I have stored it" closes that dialog', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await page.getByRole('button', { name: 'Generate New Key' }).click();
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    const name = page.getByLabel('Name');
    await page.getByText('This must not be empty.').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await name.fill('Shop');
    await page.keyboard.press('Enter');
    await stored(page).waitFor();
    await page.keyboard.press('Enter');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await stored(page).waitFor();
    expect(await page.getByRole('button', { name: 'Close' }).count()).toBe(0);
    await stored(page).click();
    await stored(page).waitFor({ state: 'detached' });
    await row(page, 'Shop').waitFor();
    const opener = page.getByRole('button', { name: 'Generate New Key' });
    expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true);
  });

  it('gives a key and a command that make an invoice at once, and shows the use when the window gets the focus', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const key = await generate(page, 'Terminal');
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy key' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await clipboard()).toBe(key);
    await page.getByRole('button', { name: 'Copy command' }).click();
    await page.getByRole('button', { name: 'Copied' }).nth(1).waitFor();
    const command = await clipboard();
    expect(command).toContain(`Authorization: Bearer ${key}`);
    expect(command).toContain(`curl -X POST ${dashboard.running.url}/generate`);
    expect(command.endsWith('-o invoice.pdf')).toBe(true);
    await stored(page).click();
    await row(page, 'Terminal').getByText('never').waitFor();
    const body = /-d '(.*)'/.exec(command)?.[1] ?? '';
    await request(dashboard.running.url)
      .post('/generate')
      .set({ authorization: `Bearer ${key}`, 'content-type': 'application/json' })
      .send(body)
      .expect(201)
      .expect('content-type', 'application/pdf');
    await focusWindow(page);
    await row(page, 'Terminal').getByText('from 127.0.0.1').waitFor();
    expect(account.key).not.toBe(key);
  });

  it('copies on plain http as well, where browsers offer no clipboard', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const key = await generate(page, 'Plain');
    await page.evaluate(`globalThis.clip = navigator.clipboard;
      Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
    await page.getByRole('button', { name: 'Copy key' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('globalThis.clip.readText()')).toBe(key);
  });

  it('leaves no trace of the key once the dialog is closed', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    const key = await generate(page, 'Secret');
    const later: string[] = [];
    await stored(page).click();
    page.on('response', (response) => {
      later.push(response.url());
      void response.text().then(
        (text) => later.push(text),
        () => undefined,
      );
    });
    await focusWindow(page);
    await row(page, 'Secret').waitFor();
    await page.waitForLoadState('networkidle');
    // What lies between the two ends that stay visible.
    const hidden = key.slice('finvo_sk_'.length + 4, -4);
    const traces = await tracesIn(page);
    const texts = [...Object.values(traces), ...later];
    expect(texts.filter((text) => text.includes(hidden))).toEqual([]);
    expect(await keptInReact(page, hidden)).toBe(false);
    await page.reload();
    await row(page, 'Secret')
      .getByText(`${key.slice(0, 13)}…${key.slice(-4)}`)
      .waitFor();
  });

  it('keeps the key when "Back" is pressed, and has the browser ask before the page is left', async () => {
    const { page } = await dashboard.visitSignedIn('/settings/security');
    await page.getByRole('link', { name: 'API Keys' }).click();
    const key = await generate(page, 'Kept');
    await page.evaluate(() => {
      history.back();
    });
    await page.getByRole('alert').getByText('Store the key before you leave').waitFor();
    await page.waitForURL(`**${path}`);
    expect(await page.getByRole('group', { name: 'API key' }).innerText()).toBe(key);
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    void page.reload().catch(() => undefined);
    expect(await asked).toBe('beforeunload');
    await stored(page).click();
    await page.goBack();
    await page.getByRole('heading', { name: 'Security' }).waitFor();
  });

  it('gives a key another name and a note without changing it', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    await page.getByRole('button', { name: 'Edit Test' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Renamed');
    await page.getByLabel('Note', { exact: true }).fill('Vault of the shop');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await row(page, 'Renamed').getByText('Vault of the shop').waitFor();
    await requestWith(account.key).expect(201);
  });

  it('revokes a key after saying what stops working; it is refused at once and greyed in every tab', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    await requestWith(account.key).expect(201);
    await createKey(dashboard.running.url, account.session, { name: 'Other' });
    await focusWindow(page);
    await row(page, 'Other').waitFor();
    const otherTab = await page.context().newPage();
    await otherTab.goto(dashboard.running.url + path);
    await row(otherTab, 'Test').getByText('Active').waitFor();
    await page.getByRole('button', { name: 'Revoke Test' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('“Test”').getByText('was last used').waitFor();
    await dialog.getByText('stops working at once').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await requestWith(account.key).expect(201);
    await page.getByRole('button', { name: 'Revoke Test' }).click();
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await row(page, 'Test').getByText('Revoked').waitFor();
    await requestWith(account.key).expect(401);
    expect(await page.getByRole('row').nth(1).innerText()).toContain('Other');
    await focusWindow(otherTab);
    await row(otherTab, 'Test').getByText('Revoked').waitFor();
    await otherTab.close();
  });

  it('lets a key expire after days or at the end of a day, and says when that is near', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await serverTime(page);
    await page.getByRole('button', { name: 'Generate New Key' }).click();
    await page.getByLabel('Name').fill('Short');
    await page.getByLabel('Expires').selectOption('In 30 days');
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    await stored(page).click();
    await row(page, 'Short').getByText('until').waitFor();
    await page.getByRole('button', { name: 'Generate New Key' }).click();
    await page.getByLabel('Name').fill('Dated');
    await page.getByLabel('Expires').selectOption('After a date');
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    const lastDay = page.getByLabel('Last day');
    await page.getByText('This must not be empty.').waitFor();
    expect(await lastDay.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    const day = new Date(dashboard.running.clock.now().getTime() + 5 * 86_400_000);
    await lastDay.fill(day.toISOString().slice(0, 10));
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    await stored(page).click();
    await row(page, 'Dated').getByText('Expires in 6 days').waitFor();
    expect(await row(page, 'Short').getByText('Expires in').count()).toBe(0);
    await expectAccessible(page);
  });

  it('rotates a key by the keyboard, and the old one works on for the overlap that was chosen', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    await page.getByRole('button', { name: 'Rotate Test' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '24 hours' }).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('radio', { name: '24 hours' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await dialog.getByRole('radio', { name: '7 days' }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    const key = await page.getByRole('group', { name: 'API key' }).innerText();
    await page.keyboard.press('Escape');
    await stored(page).click();
    await page.getByText('replaced, works until').waitFor();
    for (const each of [account.key, key]) await requestWith(each).expect(201);
    expect(await page.getByRole('button', { name: 'Rotate Test' }).count()).toBe(1);
  });

  it('shows requests by day as a chart and as a table, and a dead key that is still used', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    await page.getByText('No key has sent a request yet.').waitFor();
    await requestWith(account.key).expect(201);
    await request(dashboard.running.url).get('/v1/invoices/inv_0').set(account.bearer).expect(404);
    await request(dashboard.running.url).post('/v1/api-key/revoke').set(account.bearer).expect(204);
    await requestWith(account.key).set('user-agent', 'forgotten-cron/2').expect(401);
    await serverTime(page);
    await page.getByText('The revoked key “Test” is still used').waitFor();
    await page.getByText('from 127.0.0.1 by forgotten-cron/2').waitFor();
    await page.getByRole('img', { name: 'Bar chart' }).waitFor();
    await page.getByRole('button', { name: 'Show as a table' }).click();
    const cells = page.getByRole('table', { name: 'Requests per day' }).getByRole('cell');
    expect((await cells.allInnerTexts()).slice(1)).toEqual(['2', '1', '0']);
    await row(page, 'Test').getByText('3 requests in 90 days').waitFor();
    await expectAccessible(page);
  });

  it('revokes all keys only after the words were typed', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    await page.getByRole('button', { name: 'Revoke all' }).click();
    const confirm = page.getByRole('button', { name: 'Revoke all keys' });
    await page.getByLabel('Type “revoke all” to confirm').fill('revoke');
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByLabel('Type “revoke all” to confirm').fill('revoke all');
    await confirm.click();
    await row(page, 'Test').getByText('Revoked').waitFor();
    await requestWith(account.key).expect(401);
    await page.getByRole('button', { name: 'Revoke all' }).waitFor({ state: 'detached' });
  });

  it.each(['light', 'dark'] as const)(
    'is accessible and fits a narrow screen, %s',
    async (colorScheme) => {
      const viewport = { width: 360, height: 740 };
      const { page, account } = await dashboard.visitSignedIn(path, { colorScheme, viewport });
      const name = 'A very long name of a key that nobody would want to write';
      await createKey(dashboard.running.url, account.session, {
        name,
        note: `Secrets of ${'the-shop-'.repeat(10)}`,
        expires_in_days: 3,
      });
      await requestWith(account.key).expect(201);
      await request(dashboard.running.url)
        .post(`/dashboard/keys/${account.keyId}/revoke`)
        .set(account.session)
        .expect(204);
      await requestWith(account.key).set('user-agent', 'x'.repeat(120)).expect(401);
      await serverTime(page);
      await page.getByText('Revoked', { exact: true }).waitFor();
      await page.getByText('Expires in 3 days').waitFor();
      await page.getByText('is still used').waitFor();
      await page.getByRole('img', { name: 'Bar chart' }).waitFor();
      await expectAccessible(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await generate(page, 'Narrow');
      await expectAccessible(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await stored(page).click();
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('table').waitFor();
      await expectAccessible(page);
    },
  );

  it('says what a key is for when there is none', async () => {
    const { page } = await dashboard.visitSignedIn(path, { javaScriptEnabled: true });
    await page.route('**/dashboard/keys', (route) => route.fulfill({ json: { data: [] } }));
    await page.reload();
    await page.getByText('No keys yet').waitFor();
    await expectAccessible(page);
    const help = page.getByRole('link', { name: 'API Keys Help' });
    expect(await help.getAttribute('href')).toBe('/help/api-keys-help');
  });

  it('complains of nothing in the console', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Everything that a page can keep a text in, in its browser or in itself. */
async function tracesIn(page: Page): Promise<Record<string, string>> {
  const cookies = JSON.stringify(await page.context().cookies());
  const inPage = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input, textarea, select')];
    const databases = await indexedDB.databases();
    const workers = await navigator.serviceWorker.getRegistrations();
    // Listing them is enough: the dashboard has no database, no cache and no worker to put anything in.
    const stores = [...databases, ...(await caches.keys()), ...workers];
    if (stores.length > 0) throw new Error(`There are stores to search: ${JSON.stringify(stores)}`);
    return {
      html: document.documentElement.outerHTML,
      fields: fields.map((field) => (field as HTMLInputElement).value).join('\n'),
      localStorage: JSON.stringify(localStorage),
      sessionStorage: JSON.stringify(sessionStorage),
      cookies: document.cookie,
      history: JSON.stringify(history.state),
      address: location.href,
      name: window.name,
    };
  });
  return { ...inPage, allCookies: cookies };
}

/** Whether any state that React holds on to, such as the query cache, still contains the text. */
function keptInReact(page: Page, text: string): Promise<boolean> {
  return page.evaluate((secret) => {
    const root = document.getElementById('root') as unknown as Record<string, unknown>;
    const start = Object.entries(root).find(([name]) => name.startsWith('__reactContainer'))?.[1];
    const seen = new Set<unknown>();
    const open: unknown[] = [start];
    const childrenOf = (node: object): unknown[] =>
      node instanceof Map || node instanceof Set ? [...node.values()] : Object.values(node);
    while (open.length > 0) {
      const node = open.pop();
      if (typeof node === 'string' && node.includes(secret)) return true;
      if (!(node instanceof Object) || node instanceof Node || seen.has(node)) continue;
      seen.add(node);
      open.push(...childrenOf(node));
    }
    return false;
  }, text);
}
