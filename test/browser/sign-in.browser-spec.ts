import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { password } from '../support/factories.js';

describe('signing up, in and out', () => {
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  it('takes a new person from the sign-up to the home screen, out again, and back in to where they were', async () => {
    const email = `${randomUUID()}@example.com`;
    const page = await dashboard.visit('/signup');
    await page.getByRole('heading', { name: 'Sign up' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByLabel('Organization').fill('Example Ltd');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.getByRole('button', { name: 'Example Ltd' }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await expectAccessible(page);
    await page.goto(`${dashboard.running.url}/settings/api-keys`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the right password');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'API Keys' }).waitFor();
    expect(dashboard.complaints).toEqual([]);
  });

  it('shows every fault of a sign-up at its field and puts the cursor into the first one', async () => {
    const page = await dashboard.visit('/signup');
    await page.getByLabel('E-mail').fill('nobody');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('alert').waitFor();
    const email = page.getByLabel('E-mail');
    await expect(email.evaluate((field) => field.matches(':focus'))).resolves.toBe(true);
    for (const label of ['E-mail', 'Password', 'Organization']) {
      await expect(
        page.getByLabel(label, { exact: true }).getAttribute('aria-invalid'),
      ).resolves.toBe('true');
    }
  });
});
