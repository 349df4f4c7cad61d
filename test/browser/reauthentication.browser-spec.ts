import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { password } from '../support/factories.js';

const elevenMinutesMs = 11 * 60_000;

describe('a grave change eleven minutes after the log-in', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  /** Fills in the dialog for a new key and sends it; the password is asked for. */
  async function askForKey(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const { page } = await dashboard.visitSignedIn('/settings/api-keys', { colorScheme });
    await page.getByRole('button', { name: 'Generate New Key' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Web shop');
    dashboard.running.clock.advanceMs(elevenMinutesMs);
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    await question(page).waitFor();
    return page;
  }
  const question = (page: Page) => page.getByRole('dialog', { name: 'Confirm your password' });
  const answer = async (page: Page, given: string) => {
    await question(page).getByLabel('Your password', { exact: true }).fill(given);
    await question(page).getByRole('button', { name: 'Continue' }).click();
  };

  it('asks for the password over the dialog and then goes on by itself', async () => {
    const page = await askForKey();
    await answer(page, password);
    await page.getByRole('group', { name: 'API key' }).waitFor();
    expect(await question(page).count()).toBe(0);
    const cookies = await page.context().cookies(dashboard.running.url.replace('http:', 'https:'));
    expect(cookies.filter(({ name }) => name === '__Host-finvo_session')).toHaveLength(1);
  });

  it('says of a wrong password that it is wrong, and takes the right one then', async () => {
    const page = await askForKey();
    await answer(page, 'not the right password');
    await question(page).getByText('This is not your present password.').first().waitFor();
    await answer(page, password);
    await page.getByRole('group', { name: 'API key' }).waitFor();
  });

  it.each(['Cancel', 'Escape'])(
    'changes nothing after %s, and keeps what was typed',
    async (way) => {
      const page = await askForKey();
      if (way === 'Escape') await page.keyboard.press('Escape');
      else await question(page).getByRole('button', { name: 'Cancel' }).click();
      await question(page).waitFor({ state: 'detached' });
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Web shop');
      await page.getByText('Give your password again first').waitFor();
      await page.getByRole('button', { name: 'Generate', exact: true }).click();
      await question(page).waitFor();
    },
  );

  it.each(['light', 'dark'] as const)('is asked accessibly, %s', async (colorScheme) => {
    const page = await askForKey(colorScheme);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
  });

  it('complains nowhere', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});
