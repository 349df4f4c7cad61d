import { strToU8, zipSync } from 'fflate';
import request, { type Response } from 'supertest';
import { type RunningApp } from './app.js';
import { type TestAccount } from './factories.js';
import { type BytesAnswer } from './invoices.js';

type Place = Pick<RunningApp, 'url'>;

/** A file as a client sends it. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** An uploaded file as the API answers it. */
export interface AttachmentAnswer {
  readonly id: string;
  readonly file_name: string;
  readonly content_type: string;
  readonly bytes: number;
  readonly sha256: string;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ods = 'application/vnd.oasis.opendocument.spreadsheet';

/** A ZIP of files; the first one is stored as it is. */
export function zipped(files: Record<string, string>): Buffer {
  const entries = Object.entries(files).map(([name, text], index) => [
    name,
    [strToU8(text), { level: index === 0 ? 0 : 6 }],
  ]);
  return Buffer.from(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]));
}

const workbook = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };

/** One file of each kind that can be attached. */
export const files = {
  pdf: { name: 'hours.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7\n%%EOF\n') },
  png: {
    name: 'photo.png',
    type: 'image/png',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1]),
  },
  jpeg: { name: 'scan.jpeg', type: 'image/jpeg', content: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) },
  csv: { name: 'hours.csv', type: 'text/csv', content: Buffer.from('day;hours\n2026-01-19;7,5\n') },
  xlsx: { name: 'hours.xlsx', type: xlsx, content: zipped(workbook) },
  ods: {
    name: 'hours.ods',
    type: ods,
    content: zipped({ mimetype: ods, 'content.xml': '<office/>' }),
  },
} satisfies Record<string, SentFile>;

/** The same workbook with macros. */
export const macros = zipped({ ...workbook, 'xl/vbaProject.bin': 'x' });

/** A PDF of so many bytes. */
export function pdfOf(bytes: number, name = 'large.pdf'): SentFile {
  const content = Buffer.alloc(bytes, 'x');
  content.write('%PDF-1.7\n');
  return { name, type: 'application/pdf', content };
}

const paths = { bearer: '/v1/attachments', session: '/dashboard/attachments' } as const;

/** Uploads a file, whatever the answer. */
export async function postAttachment(
  { url }: Place,
  account: TestAccount,
  { name, type, content }: SentFile = files.pdf,
  door: keyof typeof paths = 'bearer',
): Promise<Response> {
  return request(url)
    .post(paths[door])
    .set(account[door] as Record<string, string>)
    .attach('file', content, { filename: name, contentType: type });
}

/** Uploads a file through the API door. */
export async function upload(
  place: Place,
  account: TestAccount,
  file: SentFile = files.pdf,
): Promise<AttachmentAnswer> {
  const answer = await postAttachment(place, account, file);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as AttachmentAnswer;
}

/** The bytes at a path. */
export async function contentAt(
  { url }: Place,
  path: string,
  headers: Record<string, string> = {},
): Promise<BytesAnswer> {
  return request(url).get(path).set(headers).responseType('blob');
}
