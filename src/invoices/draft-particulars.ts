import { type Address, type Organization } from '../accounts/organization.js';
import { present } from '../common/present.js';
import { type EInvoiceFormat } from '../einvoice/formats.js';
import { type CompleteRequest } from './complete-request.js';
import { pdfOnly, type SupplyDto, type InvoicingPeriodDto } from './dto/particulars.dto.js';
import { type Delivery, type Particulars, type Period } from './particulars.js';

/** What a request says about the business that the invoice is for; empty parts are left out. */
export function particularsOf(
  request: Partial<
    Pick<CompleteRequest, 'delivery' | 'period' | 'references' | 'preceding_invoices'>
  >,
): Particulars {
  const { delivery, period, references, preceding_invoices: preceding } = request;
  const { contract, project, sales_order, accounting } = references ?? {};
  return present({
    delivery: filled(delivery ? deliveryOf(delivery) : {}),
    period: filled(period ? periodOf(period) : {}),
    references: filled(present({ contract, project, sales_order, accounting })),
    preceding_invoices: filled(
      (preceding ?? []).map(({ number, date }) => present({ number, date })),
    ),
  }) as Particulars;
}

/** The days of a request. */
export function periodOf({ start, end }: InvoicingPeriodDto): Period {
  return present({ start, end });
}

/** What a document is made as: only what asks for money is an e-invoice. */
export function formatOf(
  { type, format }: Pick<CompleteRequest, 'type' | 'format'>,
  { e_invoice_format: usual }: Pick<Organization, 'e_invoice_format'>,
): EInvoiceFormat | null {
  if (type != null && type !== 'invoice') return null;
  const asked = format ?? usual;
  return asked === pdfOnly ? null : asked;
}

function deliveryOf({ date, name, address }: SupplyDto): Delivery {
  const { line1, line2, city, postal_code, region, country } = address ?? {};
  const parts: Address = present({ line1, line2, city, postal_code, region, country });
  return present({ date, name, address: filled(parts) });
}

function filled<T extends object>(part: T): T | undefined {
  return Object.keys(part).length > 0 ? part : undefined;
}
