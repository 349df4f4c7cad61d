import { type Organization } from '../../accounts/organization.js';
import { type Fault } from '../../common/errors/app-error.js';
import { draftPayment, withPaymentCode } from '../draft-payment.js';
import { formatOf, particularsOf } from '../draft-particulars.js';
import { type DraftContext, dueDate } from '../draft.js';
import { type Invoice, type InvoiceDraft } from '../invoice.js';
import { type ConvertDocumentDto } from './dto/convert-document.dto.js';

type Context = Pick<DraftContext, 'today' | 'source'> & {
  readonly organization: Pick<Organization, 'payment' | 'payment_terms_days' | 'e_invoice_format'>;
};

/**
 * The invoice that a document becomes: parties, lines, figures, languages and layout are those of its snapshot,
 * so that what was offered is what is asked for; where and until when to pay is as the profile has it now.
 * @returns faults instead if the request asks for a payment code that cannot be made
 */
export function convertedDraft(
  document: Invoice,
  request: ConvertDocumentDto,
  { organization, today, source }: Context,
): InvoiceDraft | Fault[] {
  const date = request.date ?? today;
  const draft: InvoiceDraft = {
    ...document,
    type: 'invoice',
    status: 'draft',
    date,
    dueDate: dueDate(date, request, organization),
    validUntil: null,
    notes: request.notes ?? document.notes,
    terms: request.terms ?? document.terms,
    reference: request.reference ?? document.reference,
    metadata: request.metadata ?? document.metadata,
    payment: draftPayment(request.payment, organization.payment),
    particulars: { ...document.particulars, ...particularsOf(request) },
    format: formatOf({ format: request.format }, organization),
    source,
  };
  return withPaymentCode(draft, request);
}
