import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createAccount, password, type TestAccount } from '../support/factories.js';
import { codeOf, logInWith, turnOn } from '../support/second-factor.js';

const path = '/settings/security';

describe('two-factor log-in in the dashboard', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  const part = (page: Page) => page.locator('section', { hasText: 'Two-factor log-in' }).first();
  const dialog = (page: Page) => page.getByRole('dialog');
  const button = (page: Page, name: string) => part(page).getByRole('button', { name });

  async function setUp(page: Page): Promise<string> {
    await button(page, 'Turn on').click();
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    const text = await page.getByRole('group', { name: 'Secret' }).textContent();
    return text!.replaceAll(' ', '');
  }
  async function confirm(page: Page, code: string): Promise<void> {
    await dialog(page).getByLabel('Code', { exact: true }).fill(code);
    await dialog(page).getByRole('button', { name: 'Turn on' }).click();
  }
  async function logIn(page: Page, { email }: TestAccount): Promise<void> {
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
  }
  const expectNoOverflow = async (page: Page) => {
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect(overflow).toBe(false);
  };

  it('is turned on by QR code or secret and a first code; recovery codes are shown until they are stored', async () => {
    const { page, account } = await dashboard.visitSignedIn(path);
    const secret = await setUp(page);
    await confirm(page, '000000');
    await dialog(page).getByText('This is not the present code').waitFor();
    await confirm(page, codeOf(dashboard.running, secret));
    const shown = page.getByRole('group', { name: 'Recovery codes' });
    const codes = (await shown.textContent())!.split('\n');
    expect(codes).toHaveLength(10);
    await page.keyboard.press('Escape');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog(page).getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('finvo-recovery-codes.txt');
    const saved = readFileSync(await file.path(), 'utf8');
    for (const code of codes) expect(saved).toContain(code);
    await dialog(page).getByRole('button', { name: 'I have stored them' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await part(page).getByText('10 recovery codes are left.').waitFor();
    expect(await page.content()).not.toContain(codes[0]);
    await page.reload();
    await page.getByText('You turned two-factor log-in on').waitFor();
    await logInWith(dashboard.running, account, codes[0]).expect(200);
  });

  it('asks for the code in a second step of the log-in, and says of a wrong one that it is wrong', async () => {
    const account = await createAccount(dashboard.running);
    const app = await turnOn(dashboard.running, account);
    const page = await dashboard.visit(`/login?next=${path}`);
    await logIn(page, account);
    const code = page.getByLabel('Code', { exact: true });
    await code.waitFor();
    const attributes = await code.evaluate((field: HTMLInputElement) => ({
      focused: field.matches(':focus'),
      autocomplete: field.autocomplete,
      inputMode: field.inputMode,
    }));
    expect(attributes).toEqual({
      focused: true,
      autocomplete: 'one-time-code',
      inputMode: 'numeric',
    });
    expect(await page.getByRole('alert').count()).toBe(0);
    await expectAccessible(page);
    await code.fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('The code is wrong or was used before.').waitFor();
    expect(await code.inputValue()).toBe('');
    await code.fill(app.code());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Security' }).waitFor();
  });

  it('takes a recovery code in the same field, and leads back to the password', async () => {
    const account = await createAccount(dashboard.running);
    const app = await turnOn(dashboard.running, account);
    const page = await dashboard.visit('/login');
    await logIn(page, account);
    await page.getByRole('button', { name: 'Back to log in' }).click();
    await page.getByLabel('Password', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    const field = page.getByLabel('Recovery code', { exact: true });
    expect(await field.getAttribute('inputmode')).toBe('text');
    await expectAccessible(page);
    await field.fill(app.recoveryCodes[0]!);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
  });

  it('asks for the code too when a session has ended, and then does what was asked', async () => {
    const account = await createAccount(dashboard.running);
    const app = await turnOn(dashboard.running, account);
    const { page } = await dashboard.visitSignedIn('/settings/organization', { account });
    await page.getByLabel('City').first().fill('Springfield');
    await request(dashboard.running.url)
      .post('/dashboard/sessions/end-all')
      .set(account.session)
      .expect(204);
    await page.getByRole('button', { name: 'Save' }).click();
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await again.getByLabel('Code', { exact: true }).fill(app.code());
    await page.keyboard.press('Enter');
    await page.getByText('Your organization is saved.').waitFor();
  });

  it('makes new recovery codes, and warns when two or fewer are left', async () => {
    const account = await createAccount(dashboard.running);
    const app = await turnOn(dashboard.running, account);
    for (const code of app.recoveryCodes.slice(0, 8))
      await logInWith(dashboard.running, account, code).expect(200);
    const { page } = await dashboard.visitSignedIn(path, { account });
    await page.getByText('Only 2 recovery codes are left.').waitFor();
    await expectAccessible(page);
    await button(page, 'New recovery codes').click();
    await dialog(page).getByRole('button', { name: 'Make new codes' }).click();
    await page.getByRole('group', { name: 'Recovery codes' }).waitFor();
    await dialog(page).getByRole('button', { name: 'I have stored them' }).click();
    await part(page).getByText('10 recovery codes are left.').waitFor();
  });

  it('is turned off after a question', async () => {
    const account = await createAccount(dashboard.running);
    await turnOn(dashboard.running, account);
    const { page } = await dashboard.visitSignedIn(path, { account });
    await button(page, 'Turn off').click();
    await expectAccessible(page);
    await dialog(page).getByRole('button', { name: 'Turn off' }).click();
    await page.getByText('Two-factor log-in is off.').waitFor();
    await button(page, 'Turn on').waitFor();
  });

  it('asks for the password before it is turned on when the log-in is some minutes old', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await button(page, 'Turn on').waitFor();
    dashboard.running.clock.advanceMs(11 * 60_000);
    await button(page, 'Turn on').click();
    const question = page.getByRole('dialog', { name: 'Confirm your password' });
    await question.getByLabel('Your password', { exact: true }).fill(password);
    await question.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  });

  it.each(['light', 'dark'] as const)('is accessible and fits a phone, %s', async (colorScheme) => {
    const { page } = await dashboard.visitSignedIn(path, { colorScheme });
    const secret = await setUp(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    await expectNoOverflow(page);
    await confirm(page, codeOf(dashboard.running, secret));
    await page.getByRole('group', { name: 'Recovery codes' }).waitFor();
    await expectAccessible(page);
    await expectNoOverflow(page);
    await dialog(page).getByRole('button', { name: 'I have stored them' }).click();
    await part(page).getByText('10 recovery codes are left.').waitFor();
    await expectAccessible(page);
    await expectNoOverflow(page);
  });

  it('complains nowhere', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});
