import { strFromU8, unzipSync } from 'fflate';
import request from 'supertest';
import { type TestAccount } from './factories.js';

/** A downloaded file with what its header says. */
export interface Downloaded {
  readonly type: string;
  readonly disposition: string;
  readonly bytes: Buffer;
}

/** Downloads a file through the dashboard door. */
export async function download(
  url: string,
  { session }: Pick<TestAccount, 'session'>,
  path: string,
  query: Record<string, string> = {},
): Promise<Downloaded> {
  const answer = await request(url)
    .get(`/dashboard/${path}`)
    .set(session)
    .query(query)
    .responseType('blob')
    .expect(200);
  return {
    type: answer.headers['content-type'] ?? '',
    disposition: answer.headers['content-disposition'] ?? '',
    bytes: answer.body as Buffer,
  };
}

/** The files of a ZIP by their names. */
export function filesOf(zip: Buffer): Record<string, Buffer> {
  const files = Object.entries(unzipSync(Uint8Array.from(zip)));
  return Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

/** The records of a CSV as RFC 4180 defines them, a byte order mark left out. */
export function recordsOf(csv: Buffer): string[][] {
  const text = strFromU8(Uint8Array.from(csv)).replace(/^\uFEFF/, '');
  const fields = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const records: string[][] = [[]];
  for (const [, quoted, plain = '', end] of fields) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}
