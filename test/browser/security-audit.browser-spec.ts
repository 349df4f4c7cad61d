import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createAccount, type TestAccount } from '../support/factories.js';

const path = '/settings/security';

describe('the audit log in Settings → Security', () => {
  let dashboard: Dashboard;
  let account: TestAccount;
  beforeAll(async () => {
    dashboard = await openDashboard();
    const { clock } = dashboard.running;
    account = await createAccount(dashboard.running);
    for (let at = 1; at <= 11; at += 1) {
      clock.advanceMs(1000);
      await request(dashboard.running.url)
        .patch(`/dashboard/keys/${account.keyId}`)
        .set(account.session)
        .send({ name: `Shop ${at}` });
    }
    clock.advanceMs(1000);
    await request(dashboard.running.url).post('/v1/api-key/revoke').set(account.bearer).expect(204);
  });
  afterAll(() => dashboard.close());

  const lines = (page: Page) => page.getByRole('list', { name: 'Audit log' }).getByRole('listitem');

  it('tells what happened in sentences, newest first, with time and address', async () => {
    const { page } = await dashboard.visitSignedIn(path, { account });
    await lines(page).first().waitFor();
    const texts = await lines(page).allInnerTexts();
    expect(texts).toHaveLength(10);
    expect(texts[0]).toMatch(/^Software with an API key revoked the API key “Shop 11”\n/);
    expect(texts[1]).toMatch(/^You renamed the API key “Shop 10” to “Shop 11”\n/);
    expect(texts[0]).toMatch(/2026.* · from 127\.0\.0\.1 · /);
  });

  it('shows older lines on demand, down to the making of the account', async () => {
    const { page } = await dashboard.visitSignedIn(path, { account });
    await page.getByRole('button', { name: 'Load more' }).click();
    await lines(page).nth(13).waitFor();
    const oldest = (await lines(page).allInnerTexts()).slice(12).map((text) => text.split('\n')[0]);
    expect(oldest.sort()).toEqual(['You created the account', 'You generated the API key “Test”']);
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  });

  it('is saved as a file', async () => {
    const { page } = await dashboard.visitSignedIn(path, { account });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('audit-log-2026-01-19.csv');
    expect(
      readFileSync(await file.path(), 'utf8')
        .trim()
        .split('\r\n'),
    ).toHaveLength(15);
  });

  it.each(['light', 'dark'] as const)('is accessible and fits a phone, %s', async (colorScheme) => {
    const { page } = await dashboard.visitSignedIn(path, { account, colorScheme });
    await lines(page).first().waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect(overflow).toBe(false);
  });

  it('complains nowhere', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});
