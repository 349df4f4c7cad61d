import request, { type Response } from 'supertest';
import { type RunningApp } from './app.js';
import { type TestAccount } from './factories.js';

/** A stored customer or item as the API answers it. */
export type StoredEntry = Readonly<Record<string, unknown>> & { readonly id: string };

type Kind = 'customers' | 'items';

/** The smallest body of each kind. */
export const smallest: Readonly<Record<Kind, Record<string, unknown>>> = {
  customers: { name: 'Acme Corp' },
  items: { description: 'Consulting services' },
};

/** Stores a customer or an item through the API door. */
export async function createEntry(
  { url }: Pick<RunningApp, 'url'>,
  { bearer }: Pick<TestAccount, 'bearer'>,
  kind: Kind,
  changes: Record<string, unknown> = {},
): Promise<StoredEntry> {
  const answer = await request(url)
    .post(`/v1/${kind}`)
    .set(bearer)
    .send({ ...smallest[kind], ...changes })
    .expect(201);
  return answer.body as StoredEntry;
}

/** All customers or items of an account, archived ones as well. */
export async function allEntries(
  { url }: Pick<RunningApp, 'url'>,
  { bearer }: Pick<TestAccount, 'bearer'>,
  kind: Kind,
): Promise<StoredEntry[]> {
  const answer: Response = await request(url)
    .get(`/v1/${kind}`)
    .set(bearer)
    .query({ archived: 'all', limit: '100' })
    .expect(200);
  return answer.body.data as StoredEntry[];
}
