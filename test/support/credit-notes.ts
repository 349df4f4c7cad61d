import request, { type Response } from 'supertest';
import { type TestAccount } from './factories.js';

/** An answered credit note, or an answered invoice. */
export type Credited = Record<string, unknown> & { id: string; invoice_number: string };

/** Asks for a credit note through the API door, whatever the answer. */
export async function credit(
  url: string,
  { bearer }: Pick<TestAccount, 'bearer'>,
  invoiceId: string,
  { body = {}, headers = {} }: { body?: object; headers?: Record<string, string> } = {},
): Promise<Response> {
  return request(url)
    .post(`/v1/invoices/${invoiceId}/credit-notes`)
    .set({ ...bearer, ...headers })
    .send(body);
}

/** Reads an invoice through the API door. */
export async function readInvoice(
  url: string,
  { bearer }: Pick<TestAccount, 'bearer'>,
  id: string,
): Promise<Credited> {
  const { body } = await request(url).get(`/v1/invoices/${id}`).set(bearer).expect(200);
  return body as Credited;
}

/** What every document answers of credit notes that has and is none. */
export const uncredited = { corrects: null, credited_total: '0.00', credit_notes: [] };
