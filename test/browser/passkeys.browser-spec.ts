import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createAccount, password } from '../support/factories.js';
import { turnOn } from '../support/second-factor.js';

const path = '/settings/security';

describe('passkeys in the dashboard', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard({}, 'localhost');
  });
  afterAll(() => dashboard.close());

  /** Gives a page a device with passkeys, whose person says yes to everything. */
  async function withDevice(page: Page, isUserVerified = true): Promise<Page> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified,
        automaticPresenceSimulation: true,
      },
    });
    return page;
  }
  const dialog = (page: Page) => page.getByRole('dialog');
  const rows = (page: Page) => page.getByRole('list', { name: 'Passkeys' }).getByRole('listitem');

  async function add(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await dialog(page).getByLabel('Name', { exact: true }).fill(name);
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
  }

  it('are added under a name, log in without password and code, and are removed', async () => {
    const account = await createAccount(dashboard.running);
    await turnOn(dashboard.running, account);
    const { page } = await dashboard.visitSignedIn(path, { account });
    await withDevice(page);
    await add(page, 'Office laptop');
    await rows(page).getByText('Office laptop').waitFor();
    await rows(page).getByText('Never used').waitFor();

    await page.getByRole('button', { name: 'Example Ltd' }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByRole('button', { name: 'Log in with a passkey' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();

    await page.getByRole('link', { name: 'Security' }).click();
    await rows(page).getByText('Last used').waitFor();
    await page.getByRole('button', { name: 'Remove Office laptop' }).click();
    await expectAccessible(page);
    await dialog(page).getByRole('button', { name: 'Remove' }).click();
    await page.getByText('The passkey “Office laptop” is removed.').waitFor();
    await rows(page).waitFor({ state: 'detached' });
    await page.getByText('You added the passkey “Office laptop”').waitFor();

    await page.getByRole('button', { name: 'Example Ltd' }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByRole('button', { name: 'Log in with a passkey' }).click();
    await page.getByText('This passkey cannot be used here').waitFor();
  });

  it('say so when the device has one of the account already, or refuses', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await withDevice(page);
    await add(page, 'Laptop');
    await rows(page).getByText('Laptop').waitFor();
    await add(page, 'Again');
    await dialog(page).getByText('This device has a passkey for your account already.').waitFor();
    await page.keyboard.press('Escape');

    const login = await withDevice(await dashboard.visit('/login'), false);
    await login.getByRole('button', { name: 'Log in with a passkey' }).click();
    await login.getByText('No passkey was used').waitFor();
    await expectAccessible(login);
  });

  it('ask for the password when the log-in is some minutes old, and then go on by themselves', async () => {
    const { page } = await dashboard.visitSignedIn(path);
    await withDevice(page);
    await page.getByRole('button', { name: 'Add a passkey' }).waitFor();
    dashboard.running.clock.advanceMs(11 * 60_000);
    await add(page, 'Laptop');
    const question = page.getByRole('dialog', { name: 'Confirm your password' });
    await question.getByLabel('Your password', { exact: true }).fill(password);
    await question.getByRole('button', { name: 'Continue' }).click();
    await rows(page).getByText('Laptop').waitFor();
  });

  it.each(['light', 'dark'] as const)('are accessible and fit a phone, %s', async (colorScheme) => {
    const { page } = await dashboard.visitSignedIn(path, {
      colorScheme,
      viewport: { width: 360, height: 740 },
    });
    await withDevice(page);
    await add(page, 'A laptop with a rather long name that somebody gave it');
    await rows(page).getByText('A laptop').waitFor();
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect(overflow).toBe(false);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectAccessible(page);
  });

  it('are not offered where browsers have none, such as at a numeric address', async () => {
    const numeric = await openDashboard();
    try {
      const page = await numeric.visit('/login');
      await page.getByRole('link', { name: 'Sign up' }).waitFor();
      expect(await page.getByRole('button', { name: 'Log in with a passkey' }).count()).toBe(0);
      const { page: settings } = await numeric.visitSignedIn(path);
      await settings.getByText('Browsers have passkeys only over https').waitFor();
      expect(await settings.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0);
    } finally {
      await numeric.close();
    }
  });

  it('complain nowhere', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});
