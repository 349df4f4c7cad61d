import request, { type Response } from 'supertest';
import { type TestAccount } from './factories.js';

type Place = { readonly url: string };

/** Sends a CSV file and how it is to be read to a step of an import, as the dashboard does. */
export function postImport(
  { url }: Place,
  { session }: Pick<TestAccount, 'session'>,
  { step = '', file, plan }: { step?: string; file: string | Buffer; plan?: unknown },
): Promise<Response> {
  const form = request(url).post(`/dashboard/imports${step}`).set(session);
  if (plan !== undefined)
    void form.field('plan', typeof plan === 'string' ? plan : JSON.stringify(plan));
  return Promise.resolve(form.attach('file', Buffer.from(file as string), 'file.csv'));
}

/** A mapping of columns to fields by their places: `{ columns: [{ column: 0, field: 'recipient_name' }, …] }`. */
export function columnsOf(...fields: (string | null)[]): {
  columns: { column: number; field: string }[];
} {
  return {
    columns: fields.flatMap((field, column) => (field === null ? [] : [{ column, field }])),
  };
}
