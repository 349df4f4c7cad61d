import request, { type Response } from 'supertest';
import { invoiceBody, type TestAccount } from './factories.js';

type Credential = Pick<TestAccount, 'bearer'>;

/** An answer whose body was read as bytes. */
export type BytesAnswer = Omit<Response, 'body'> & { readonly body: Buffer };

/** Asks for an invoice through the API door, whatever the answer; the body is sent as it stands. */
export async function post(
  url: string,
  { bearer }: Credential,
  body: unknown = invoiceBody(),
  headers: Record<string, string> = {},
): Promise<Response> {
  return request(url)
    .post('/v1/invoices')
    .set({ ...bearer, ...headers })
    .type('application/json')
    .send(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Asks for an invoice as its PDF; `body` of the answer is a Buffer, of a problem too. */
export async function postForPdf(
  url: string,
  { bearer }: Credential,
  body: unknown = invoiceBody(),
  headers: Record<string, string> = {},
): Promise<BytesAnswer> {
  return request(url)
    .post('/generate')
    .set({ ...bearer, ...headers })
    .responseType('blob')
    .send(body as object);
}

/** Reads the PDF of an invoice; `body` of the answer is a Buffer. */
export async function getPdf(
  url: string,
  { bearer }: Credential,
  id: string,
  headers: Record<string, string> = {},
): Promise<BytesAnswer> {
  return request(url)
    .get(`/v1/invoices/${id}/pdf`)
    .set({ ...bearer, ...headers })
    .responseType('blob');
}

/** Every invoice number of an account, as its list says. */
export async function allNumbers(url: string, account: Credential): Promise<string[]> {
  const numbers: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: Record<string, string> = { limit: '100', ...(cursor !== '' && { cursor }) };
    const page = await request(url)
      .get('/v1/invoices')
      .set(account.bearer)
      .query(query)
      .expect(200);
    const data = page.body.data as { invoice_number: string }[];
    numbers.push(...data.map((invoice) => invoice.invoice_number));
    cursor = page.body.next_cursor as string | null;
  }
  return numbers;
}

/** `INV-0001` to `INV-…` in their order. */
export function consecutive(count: number, prefix = 'INV-'): string[] {
  return Array.from({ length: count }, (_, at) => prefix + String(at + 1).padStart(4, '0'));
}

/** Runs `work` `count` times at once. */
export function parallel<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)));
}

/** What an invoice without withholding, cash rounding and second currency answers of its settlement. */
export function unsettled(total: string) {
  return {
    total,
    withholdings: [],
    withholding_total: '0.00',
    prepaid_amount: '0.00',
    cash_rounding: null,
    rounding_amount: '0.00',
    amount_due: total,
    tax_currency: null,
    exchange_rate: null,
    tax_total_in_tax_currency: null,
  };
}
