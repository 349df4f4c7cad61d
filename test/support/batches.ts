import request, { type Response } from 'supertest';
import { type ServerProcess } from './server-process.js';
import { type TestAccount } from './factories.js';
import { setTimeout as pause } from 'node:timers/promises';

type Place = Pick<ServerProcess, 'url'>;

/** A row of a batch as the API answers it. */
export interface Row {
  readonly position: number;
  readonly status: string;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly problem: {
    readonly status: number;
    readonly code: string;
    readonly request_id: string;
    readonly errors: readonly { readonly pointer: string; readonly code: string }[];
  } | null;
}

/** Hands in a batch through the API door. */
export async function postBatch(
  { url }: Place,
  { bearer }: Pick<TestAccount, 'bearer'>,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return request(url)
    .post('/v1/invoices/batch')
    .set({ ...bearer, ...headers })
    .type('application/json')
    .send(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A batch as it is now. */
export async function readBatch(
  { url }: Place,
  { bearer }: Pick<TestAccount, 'bearer'>,
  id: string,
): Promise<Record<string, unknown>> {
  const answer = await request(url).get(`/v1/batches/${id}`).set(bearer).expect(200);
  return answer.body as Record<string, unknown>;
}

/** Waits until a batch is done and answers it. @throws when that takes longer than two minutes */
export async function doneBatch(
  place: Place,
  account: Pick<TestAccount, 'bearer'>,
  id: string,
): Promise<Record<string, unknown>> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    const batch = await readBatch(place, account, id);
    if (batch.status === 'done') return batch;
    await pause(100);
  }
  throw new Error(`The batch ${id} is not done after two minutes.`);
}

/** All rows of a batch, page by page. */
export async function rowsOfBatch(
  { url }: Place,
  { bearer }: Pick<TestAccount, 'bearer'>,
  id: string,
  query: Record<string, string> = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await request(url)
      .get(`/v1/batches/${id}/rows`)
      .set(bearer)
      .query({ ...query, ...(cursor !== '' && { cursor }) })
      .expect(200);
    rows.push(...(answer.body.data as Row[]));
    cursor = answer.body.next_cursor as string | null;
  }
  return rows;
}
