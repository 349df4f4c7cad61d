import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';

export type CreditNoteRequest = components['schemas']['CreateCreditNoteDto'];
export type CreditLeft = components['schemas']['CreditLeftDto'];
/** The answer in JSON, which the document offers beside a PDF. */
type Preview = components['schemas']['InvoicePreviewDto'];
type Created = components['schemas']['InvoiceDto'];

/** What may still be credited of an invoice. */
export function useCreditLeft(invoiceId: string) {
  return useQuery({
    queryKey: ['invoice', invoiceId, 'credit-left'],
    queryFn: async () => {
      const params = { path: { id: invoiceId } };
      const answer = await answered(api.GET('/dashboard/invoices/{id}/credit-notes', { params }));
      return answer.left;
    },
  });
}

/** What a credit note would come to; nothing is asked without a body. */
export function useCreditPreview(invoiceId: string, body: CreditNoteRequest | undefined) {
  return useQuery({
    queryKey: ['invoice', invoiceId, 'credit-preview', body],
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) => {
      const params = { path: { id: invoiceId } };
      const path = '/dashboard/invoices/{id}/credit-notes/preview';
      return (await answered(api.POST(path, { params, body: body ?? {}, signal }))) as Preview;
    },
  });
}

/** Makes a credit note, once for each key. */
export async function createCreditNote(
  invoiceId: string,
  key: string,
  body: CreditNoteRequest,
): Promise<Created> {
  const params = { path: { id: invoiceId }, header: { 'Idempotency-Key': key } };
  const path = '/dashboard/invoices/{id}/credit-notes';
  return (await answered(api.POST(path, { params, body }))) as Created;
}
