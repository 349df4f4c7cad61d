import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { type RunningApp } from './app.js';

/** What a browser on the dashboard's own pages sends along. */
export const sameOrigin = { 'sec-fetch-site': 'same-origin' };

/** An account with a signed-in user and one API key. */
export interface TestAccount {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly cookie: string;
  readonly key: string;
  readonly keyId: string;
  /** Header fields of a request through the API door. */
  readonly bearer: { authorization: string };
  /** Header fields of a request through the dashboard door. */
  readonly session: Record<string, string>;
}

export const password = 'correct horse battery staple';

/** Signs up and generates a key through the dashboard API, as a person would. */
export async function createAccount(
  { url }: Pick<RunningApp, 'url'>,
  { organizationName = 'Example Ltd' } = {},
): Promise<TestAccount> {
  const email = `${randomUUID()}@example.com`;
  const signup = await request(url)
    .post('/dashboard/signup')
    .set(sameOrigin)
    .send({ email, password, organization_name: organizationName })
    .expect(201);
  const cookie = cookieOf(signup.headers['set-cookie']);
  const session = { ...sameOrigin, cookie };
  const { key, id: keyId } = await createKey(url, session);
  return {
    id: signup.body.account.id as string,
    email,
    password,
    cookie,
    key,
    keyId,
    bearer: { authorization: `Bearer ${key}` },
    session,
  };
}

/** Generates a key through the dashboard API. */
export async function createKey(
  url: string,
  session: Record<string, string>,
  body: Record<string, unknown> = { name: 'Test' },
): Promise<{ id: string; key: string }> {
  const answer = await request(url).post('/dashboard/keys').set(session).send(body).expect(201);
  return answer.body as { id: string; key: string };
}

/** `name=value` of the cookie in a Set-Cookie field. */
export function cookieOf(setCookie: unknown): string {
  const header = Array.isArray(setCookie) ? (setCookie[0] as string) : String(setCookie);
  return header.split(';', 1)[0] ?? '';
}

/** The smallest invoice of the documentation, with what a test changes. */
export function invoiceBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    recipient: { name: 'Acme Corp', email: 'billing@acme.com' },
    line_items: [{ description: 'Consulting services', quantity: 10, unit_price: 150.0 }],
    ...changes,
  };
}

/** Issues an invoice through the API door and answers it as JSON. */
export async function createInvoice(
  url: string,
  account: Pick<TestAccount, 'bearer'>,
  changes: Record<string, unknown> = {},
): Promise<Record<string, unknown> & { id: string; invoice_number: string }> {
  const answer = await request(url)
    .post('/v1/invoices')
    .set(account.bearer)
    .send(invoiceBody(changes))
    .expect(201);
  return answer.body as Record<string, unknown> & { id: string; invoice_number: string };
}
