import { fetchFile } from '../api/client';
import { type components } from '../api/schema';

type Schemas = components['schemas'];
export type Inspection = Schemas['InspectionDto'];
export type InspectedInvoice = Inspection['invoice'];

/** The largest PDF that the server takes; it says itself where XML is larger than it may be. */
export const bytesMax = 10 * 1024 * 1024;

/** What an e-invoice says and which rules it breaks; nothing is stored. @throws ApiProblem */
export async function inspect(file: File): Promise<Inspection> {
  const body = new FormData();
  body.append('file', file);
  const answer = await fetchFile('/dashboard/e-invoices/inspect', { method: 'POST', body });
  return JSON.parse(await answer.text()) as Inspection;
}
