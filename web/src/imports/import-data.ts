import { fetchFile } from '../api/client';
import { type components } from '../api/schema';

type Schemas = components['schemas'];
export type Plan = Schemas['ImportPlanDto'];
export type Reading = Schemas['ImportReadingDto'];
export type Preview = Schemas['ImportPreviewDto'];
export type ImportedInvoice = Schemas['ImportedInvoiceDto'];
export type RowFault = Schemas['RowFaultDto'];
export type FieldName = Schemas['MappedColumnDto']['field'];
type Batch = Schemas['BatchDto'];

/** The largest file that the server takes. */
export const bytesMax = 2 * 1024 * 1024;

/** Where the file to try the import with is. */
export const samplePath = '/dashboard/imports/sample';

const path = '/dashboard/imports';

/** A file as the server sees it, with a suggested mapping. @throws ApiProblem */
export function readFile(file: File, format: Pick<Plan, 'encoding' | 'delimiter'>) {
  return sent<Reading>('/reading', file, format);
}

/** What an import would come to; stores nothing. @throws ApiProblem */
export function previewImport(file: File, plan: Plan) {
  return sent<Preview>('/preview', file, plan);
}

/** Imports, and answers the batch that issues the invoices. @throws ApiProblem */
export function runImport(file: File, plan: Plan) {
  return sent<Batch>('', file, plan);
}

/** The rows of the invoices with faults, as a file of their own. @throws ApiProblem */
export function faultyRows(file: File, plan: Plan): Promise<Blob> {
  return fetchFile(`${path}/faulty-rows`, formOf(file, plan));
}

async function sent<Answer>(step: string, file: File, plan: object): Promise<Answer> {
  const answer = await fetchFile(path + step, formOf(file, plan));
  return JSON.parse(await answer.text()) as Answer;
}

function formOf(file: File, plan: object): RequestInit {
  const body = new FormData();
  body.append('plan', JSON.stringify(plan));
  body.append('file', file);
  return { method: 'POST', body };
}
