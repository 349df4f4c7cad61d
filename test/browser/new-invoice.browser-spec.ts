import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { type Dashboard, expectAccessible, openDashboard } from '../support/dashboard.js';
import { createInvoice, type TestAccount } from '../support/factories.js';

describe('the form of a new invoice', () => {
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard.close());

  const item = (page: Page, number: number) => page.getByRole('group', { name: `Item ${number}` });
  const create = (page: Page) => page.getByRole('button', { name: 'Create invoice' });
  const total = (page: Page, amount: string) =>
    page
      .locator('dt', { hasText: /^Total$/ })
      .locator('+ dd', { hasText: amount })
      .waitFor();

  async function fillIn(page: Page, name = 'Acme Corp'): Promise<void> {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await item(page, 1).getByLabel('Description').fill('Consulting');
    await item(page, 1).getByLabel('Quantity').fill('10');
    await item(page, 1).getByLabel('Unit price').fill('150');
  }

  async function invoicesOf(account: TestAccount): Promise<{ id: string; total: string }[]> {
    const { body } = await request(dashboard.running.url)
      .get('/v1/invoices')
      .set(account.bearer)
      .expect(200);
    return body.data as { id: string; total: string }[];
  }

  async function created(page: Page): Promise<void> {
    await page.waitForURL(/\/invoices\/inv_/);
  }

  async function paste(page: Page, number: number, text: string): Promise<void> {
    await item(page, number)
      .getByLabel('Description')
      .evaluate((field, pasted) => {
        const scope = globalThis as unknown as {
          DataTransfer: new () => { setData(type: string, text: string): void };
          ClipboardEvent: new (type: string, options: object) => Event;
        };
        const clipboardData = new scope.DataTransfer();
        clipboardData.setData('text/plain', pasted);
        const options = { clipboardData, bubbles: true, cancelable: true };
        field.dispatchEvent(new scope.ClipboardEvent('paste', options));
      }, text);
  }

  it('can be filled in and sent with the keyboard alone, with a known recipient and items put in order', async () => {
    const { page, account } = await dashboard.visitSignedIn('/help');
    await createInvoice(dashboard.running.url, account, {
      recipient: { name: 'Northwind', email: 'pay@example.com', address: { city: 'Springfield' } },
    });
    await page.goto(`${dashboard.running.url}/invoices/new`);
    const { keyboard } = page;
    await page.getByLabel('Name', { exact: true }).focus();
    await keyboard.type('north');
    await page.getByRole('option', { name: 'Northwind' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(page.getByLabel('E-mail').inputValue()).resolves.toBe('pay@example.com');
    await page.getByRole('button', { name: 'Springfield' }).waitFor();
    await item(page, 1).getByLabel('Description').focus();
    for (const text of ['Design', '2', 'days', '1.234,50', '19', '10']) {
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type(text);
      await keyboard.press('Tab');
    }
    await item(page, 1).getByLabel('Discount %').focus();
    await keyboard.press('Enter');
    await keyboard.type('Hosting');
    for (const text of ['12', 'months', '8']) {
      await keyboard.press('Tab');
      await keyboard.type(text);
    }
    await item(page, 2).getByLabel('Move item 2', { exact: true }).focus();
    await keyboard.press('Space');
    await page
      .getByText(/You have lifted an item/)
      .first()
      .waitFor({ state: 'attached' });
    await keyboard.press('ArrowUp');
    await page
      .getByText(/to position 1/)
      .first()
      .waitFor({ state: 'attached' });
    await keyboard.press('Space');
    await page.waitForFunction(() =>
      /Hosting/.test(
        (
          globalThis as unknown as { document: { querySelector(name: string): { value: string } } }
        ).document.querySelector('[name="/line_items/0/description"]').value,
      ),
    );
    await create(page).focus();
    await keyboard.press('Enter');
    await created(page);
    await page.getByText(/is created\.$/).waitFor();
    const [made] = await invoicesOf(account);
    const answer = await request(dashboard.running.url)
      .get(`/v1/invoices/${made!.id}`)
      .set(account.bearer);
    expect(answer.body).toMatchObject({
      recipient: { name: 'Northwind', address: { city: 'Springfield' } },
      source: 'dashboard',
      line_items: [
        { description: 'Hosting', quantity: '12', unit: 'months', unit_price: '8.00' },
        {
          description: 'Design',
          quantity: '2',
          unit_price: '1234.50',
          discount: { percent: '10' },
        },
      ],
    });
  });

  it('shows the server’s own figures and PDF while somebody types, before there is a recipient', async () => {
    const { page, account } = await dashboard.visitSignedIn('/invoices/new');
    await page.getByText('Your invoice appears here').waitFor();
    await item(page, 1).getByLabel('Unit price').fill('19.99');
    await item(page, 1).getByLabel('Quantity').fill('3');
    await item(page, 1).getByLabel('Tax %').fill('7.7');
    const { body } = await request(dashboard.running.url)
      .post('/v1/invoices/preview')
      .set(account.bearer)
      .send({
        recipient: { name: 'x' },
        line_items: [{ description: 'x', quantity: '3', unit_price: '19.99', tax_rate: '7.7' }],
      })
      .expect(200);
    await total(page, body.total as string);
    await item(page, 1)
      .getByText(body.line_items[0].net_amount as string)
      .waitFor();
    await page.getByRole('img', { name: 'Preview of the invoice, page 1 of 1' }).waitFor();
    await expect(page.getByRole('alert').count()).resolves.toBe(0);
    await expect(page.locator('[aria-invalid=true]').count()).resolves.toBe(0);
  });

  it('makes items of rows pasted from a spreadsheet and says where one is not understood', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices/new');
    const rows = 'Item\tQty\tPrice\tVAT\nDesign\t2,5\t1.200,00 €\t19 %\nTravel\t1\tn/a\t19 %\n';
    await item(page, 1).waitFor();
    await paste(page, 1, rows);
    await page.getByText('2 items pasted.').waitFor();
    await expect(item(page, 1).getByLabel('Unit price').inputValue()).resolves.toBe('1200.00');
    await expect(item(page, 1).getByLabel('Quantity').inputValue()).resolves.toBe('2.5');
    await page.getByLabel('Name', { exact: true }).fill('Acme Corp');
    await create(page).click();
    await item(page, 2)
      .getByText(/^Unit price: Expected a decimal number/)
      .waitFor();
    await item(page, 2).getByLabel('Unit price').fill('80');
    await total(page, '$3,665.20');
    await paste(page, 2, 'More\t1\t1\n'.repeat(999));
    await page.getByText(/at most 1,000 items; with the pasted rows it would have 1,001/).waitFor();
    await expect(item(page, 3).count()).resolves.toBe(0);
  });

  it('shows the server’s faults at their fields, in closed parts too, and complains only when asked or left', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices/new');
    await item(page, 1).getByLabel('Unit price').fill('12..5');
    await page.getByText('Waiting for an entry').waitFor();
    await expect(page.locator('[aria-invalid=true]').count()).resolves.toBe(0);
    await item(page, 1).getByLabel('Unit').first().focus();
    await item(page, 1)
      .getByText(/^Unit price: Expected a decimal number/)
      .waitFor();
    await page.getByRole('button', { name: 'Add address' }).click();
    await page.getByLabel('City').fill('x'.repeat(101));
    await page.getByRole('button', { name: 'Address, tax ID' }).click();
    await page.getByRole('button', { name: 'More of item 1' }).click();
    await page.getByLabel('Details').fill('x'.repeat(1001));
    await page.getByRole('button', { name: 'More of item 1' }).click();
    await create(page).click();
    await page.getByRole('alert').waitFor();
    const faulty = await page
      .locator('[aria-invalid=true]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('name')).sort());
    expect(faulty).toEqual([
      '/line_items/0/description',
      '/line_items/0/details',
      '/line_items/0/unit_price',
      '/recipient/address/city',
      '/recipient/name',
    ]);
    await expectAccessible(page);
    await page.getByLabel('Name', { exact: true }).fill('Acme');
    await expect(
      page.getByLabel('Name', { exact: true }).getAttribute('aria-invalid'),
    ).resolves.not.toBe('true');
  });

  it('asks at its field for the figure of a discount that has none, in no words of the API', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices/new');
    await fillIn(page);
    await page.getByRole('button', { name: 'More of item 1' }).click();
    await page.getByLabel('Reason for the discount').fill('First order');
    await page.getByRole('button', { name: 'Add discount' }).click();
    await create(page).click();
    await page.getByRole('alert').getByText('Please check the marked fields.').waitFor();
    await expect(page.locator('[aria-invalid=true]').count()).resolves.toBe(2);
    await item(page, 1).getByText('Discount: Either percent or amount').waitFor();
  });

  it('finds a currency that is typed after a click', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices/new');
    const currency = page.getByRole('combobox', { name: 'Currency' });
    await currency.click();
    await page.keyboard.type('JPY');
    await page.getByRole('option', { name: /^JPY/ }).click();
    await expect(currency.inputValue()).resolves.toMatch(/^JPY/);
  });

  it('keeps unfinished work through a reload, each tab its own', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices/new');
    await fillIn(page, 'First');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel('Name', { exact: true }).waitFor();
    await expect(other.getByLabel('Name', { exact: true }).inputValue()).resolves.toBe('');
    await fillIn(other, 'Second');
    for (const [tab, name] of [
      [page, 'First'],
      [other, 'Second'],
    ] as const) {
      await tab.reload();
      await tab.getByText('Your unfinished invoice was restored.').waitFor();
      await expect(tab.getByLabel('Name', { exact: true }).inputValue()).resolves.toBe(name);
    }
    await other.close();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.waitForFunction(
      () => (globalThis as unknown as { localStorage: Storage }).localStorage.length > 0,
    );
    await page.reload();
    await page.getByText('Your unfinished invoice was restored.').waitFor();
    await expect(page.getByLabel('Name', { exact: true }).inputValue()).resolves.toBe('Second');
  });

  it('sends by Ctrl+Enter what stands in the field, a number typed as people write it too', async () => {
    const { page, account } = await dashboard.visitSignedIn('/invoices/new');
    await fillIn(page);
    await item(page, 1).getByLabel('Unit price').fill('1.234,50');
    await page.keyboard.press('Control+Enter');
    await created(page);
    await expect(invoicesOf(account)).resolves.toMatchObject([{ total: '12345.00' }]);
  });

  it('shows the discount on a credit with the sign that the server counts it with', async () => {
    const { page } = await dashboard.visitSignedIn('/invoices/new');
    await fillIn(page);
    await item(page, 1).getByLabel('Unit price').fill('-150');
    await page.getByRole('button', { name: 'Add discount' }).click();
    await page.getByLabel('Percent').fill('10');
    await total(page, '-$1,350.00');
    const discount = page.locator('dt', { hasText: 'Discount (10%)' }).locator('+ dd');
    await expect(discount.textContent()).resolves.toBe('$150.00');
  });

  it('makes one invoice of two clicks', async () => {
    const { page, account } = await dashboard.visitSignedIn('/invoices/new');
    await fillIn(page);
    await create(page).dblclick();
    await created(page);
    await expect(invoicesOf(account)).resolves.toHaveLength(1);
    await page.goto(`${dashboard.running.url}/invoices/new`);
    await page.getByLabel('Name', { exact: true }).waitFor();
    await expect(page.getByText('was restored').count()).resolves.toBe(0);
  });

  it('makes one invoice when the answer is lost and the person tries again, even after a reload', async () => {
    const { page, account } = await dashboard.visitSignedIn('/invoices/new');
    await fillIn(page);
    const keys: (string | undefined)[] = [];
    await page.route('**/dashboard/invoices', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      const headers = await route.request().allHeaders();
      await route.fetch({ headers: { ...headers, 'sec-fetch-site': 'same-origin' } });
      await route.abort('connectionreset');
    });
    await create(page).click();
    await page
      .getByRole('alert')
      .getByText(/cannot be reached/)
      .waitFor();
    await expect(invoicesOf(account)).resolves.toHaveLength(1);
    await page.unroute('**/dashboard/invoices');
    await page.reload();
    await page.getByText('was restored').waitFor();
    const repeated = page.waitForRequest(
      (sent) => sent.method() === 'POST' && sent.url().endsWith('/dashboard/invoices'),
    );
    await create(page).click();
    await expect(repeated.then((sent) => sent.headers()['idempotency-key'])).resolves.toBe(keys[0]);
    await created(page);
    await expect(invoicesOf(account)).resolves.toHaveLength(1);
  });

  it('loses nothing when the session ends in the middle: sign in, and the invoice is made once', async () => {
    const { page, account } = await dashboard.visitSignedIn('/invoices/new');
    await fillIn(page);
    await total(page, '$1,500.00');
    await request(dashboard.running.url).post('/dashboard/logout').set(account.session).expect(204);
    await page.getByRole('textbox', { name: 'Notes' }).fill('Typed after the end');
    await create(page).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Password', { exact: true }).fill(account.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await created(page);
    const invoices = await invoicesOf(account);
    expect(invoices).toHaveLength(1);
    expect(invoices[0]).toMatchObject({ notes: 'Typed after the end' });
  });

  it('duplicates an earlier invoice with the same totals', async () => {
    const { page, account } = await dashboard.visitSignedIn('/help');
    const taxes = [
      { name: 'VAT', rate: '19' },
      { name: 'City tax', rate: '2' },
    ];
    const earlier = await createInvoice(dashboard.running.url, account, {
      currency: 'EUR',
      prices_include_tax: true,
      line_items: [
        { description: 'Room', quantity: '3', unit_price: '99.99', taxes },
        {
          description: 'Tea',
          quantity: '7',
          unit_price: '1.333',
          tax_rate: '7',
          discount: { amount: '0.50' },
        },
      ],
      discounts: [{ percent: '3', reason: 'Loyal customer' }],
      charges: [{ amount: '4.90', reason: 'Shipping', tax_rate: '19' }],
      metadata: { project: 'x' },
    });
    await page.goto(`${dashboard.running.url}/invoices/new?from=${earlier.id}`);
    await total(page, `€${String(earlier['total'])}`);
    await create(page).click();
    await created(page);
    const [copy, ...others] = await invoicesOf(account);
    expect(others).toHaveLength(1);
    for (const part of [
      'total',
      'taxes',
      'discounts',
      'charges',
      'metadata',
      'recipient',
    ] as const) {
      expect((copy as Record<string, unknown>)[part]).toEqual(earlier[part]);
    }
  });

  it.each([
    { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
    { colorScheme: 'light', viewport: { width: 360, height: 740 } },
  ] as const)('is accessible and fits: %j', async (options) => {
    const { page } = await dashboard.visitSignedIn('/invoices/new', options);
    await fillIn(page);
    await item(page, 1).getByLabel('Unit price').press('Enter');
    await item(page, 2).getByLabel('Description').fill('Long'.repeat(80));
    await page.getByRole('button', { name: 'More of item 2' }).click();
    await page.getByRole('button', { name: 'Name the tax' }).click();
    await page.getByRole('button', { name: 'Add discount' }).click();
    await page.getByRole('button', { name: 'Add charge' }).click();
    await page.getByRole('button', { name: 'Add address' }).click();
    await page.getByRole('button', { name: 'Other payment details' }).click();
    await page.getByRole('img', { name: 'Preview of the invoice, page 1 of 1' }).waitFor();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = (
        globalThis as unknown as { document: { documentElement: Record<string, number> } }
      ).document.documentElement;
      return scrollWidth! - clientWidth!;
    });
    expect(overflow).toBeLessThanOrEqual(0);
    // What sticks out of an item is cut off there and makes the page no wider.
    const { x, width } = (await item(page, 2).boundingBox())!;
    for (const field of await item(page, 2).getByRole('textbox').all()) {
      const box = (await field.boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(x + width);
    }
  });

  it('makes no complaint in the browser’s console', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});
