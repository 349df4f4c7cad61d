import { type components } from '../api/schema.js';
import { usualSeries } from './document-type.js';
import { usualLogoPosition, usualTemplate } from '../ui/looks.js';

type Schemas = components['schemas'];
export type CreateRequest = Schemas['CreateInvoiceDto'];

/** An invoice as the API answers it. */
export type Invoice = Schemas['InvoiceDto'];
/** An invoice with its number; a draft has none. */
export type IssuedInvoice = Invoice & { readonly invoice_number: string };

export function isIssued(invoice: Invoice): invoice is IssuedInvoice {
  return invoice.invoice_number !== null;
}
/** An invoice as the list answers it, without its lines. */
export type InvoiceSummary = Schemas['InvoiceSummaryDto'];

type Repeatable = Omit<
  Invoice,
  | 'id'
  | 'invoice_number'
  | 'series'
  | 'customer_id'
  | 'pdf'
  | 'email'
  | 'created_at'
  | 'voided_at'
  | 'void_reason'
  | 'converted_from'
  | 'converted_to'
  | 'credited_total'
  | 'credit_notes'
  | 'corrects'
> &
  Partial<Pick<Invoice, 'series'>>;
type Looks = Pick<Invoice, 'template' | 'accent_color' | 'logo_position'>;
type Reduction = Schemas['ReductionDto'];

/**
 * The request that makes an invoice again, with everything but its number; the totals come out the same.
 * The sender is not part of it, as it comes from the profile: see {@link senderOverrides}. Leave out
 * `date`, `due_date` and `payment` where today's date and the present profile shall count instead.
 */
export function createRequestOf(invoice: Repeatable): CreateRequest {
  const { type, series, metadata, prices_include_tax: pricesIncludeTax } = invoice;
  return present({
    type: type === 'invoice' ? undefined : type,
    series: series === usualSeries[type] ? undefined : series,
    date: invoice.date,
    due_date: invoice.due_date,
    valid_until: invoice.valid_until,
    currency: invoice.currency,
    language: invoice.language,
    second_language: invoice.second_language,
    recipient: invoice.recipient,
    line_items: invoice.line_items.map(lineOf),
    discounts: filled(invoice.discounts.map(adjustmentOf)),
    charges: filled(invoice.charges.map(adjustmentOf)),
    prices_include_tax: pricesIncludeTax ? true : undefined,
    withholdings: filled(
      invoice.withholdings.map(({ name, rate, base }) => ({ name, rate, base })),
    ),
    cash_rounding: invoice.cash_rounding,
    tax_currency: invoice.tax_currency,
    exchange_rate: invoice.exchange_rate,
    prepaid_amount: /[1-9]/.test(invoice.prepaid_amount) ? invoice.prepaid_amount : undefined,
    format: invoice.format === 'pdf' ? undefined : invoice.format,
    delivery: invoice.delivery,
    period: invoice.period,
    references: invoice.references,
    preceding_invoices: filled(invoice.preceding_invoices),
    notes: invoice.notes,
    terms: invoice.terms,
    reference: invoice.reference,
    payment: invoice.payment,
    metadata: Object.keys(metadata).length > 0 ? metadata : undefined,
    attachments: filled(invoice.attachments.map(({ id }) => id)),
  }) as CreateRequest;
}

/** What keeps an invoice in one language where the profile would add a second one. */
export function secondLanguageOf(
  invoice: Pick<Invoice, 'second_language'>,
  profile: { readonly second_language?: string | null },
): Pick<CreateRequest, 'second_language'> {
  const added = invoice.second_language === null && profile.second_language != null;
  return added ? { second_language: 'none' } : {};
}

/** What keeps the amount due of an invoice as it is where the profile would round it. */
export function cashRoundingOf(
  invoice: Pick<Invoice, 'cash_rounding'>,
  profile: { readonly cash_rounding?: string | null },
): Pick<CreateRequest, 'cash_rounding'> {
  const added = invoice.cash_rounding === null && profile.cash_rounding != null;
  return added ? { cash_rounding: '0' } : {};
}

/** What keeps the looks of an invoice where the profile has others. */
export function looksOf(
  { template, accent_color: color, logo_position: position }: Looks,
  profile: { readonly [Name in keyof Looks]?: string | null },
): Pick<CreateRequest, 'template' | 'accent_color' | 'logo_position'> {
  return present({
    template: template === (profile.template ?? usualTemplate) ? undefined : template,
    accent_color: color === (profile.accent_color ?? null) ? undefined : color,
    logo_position: position === (profile.logo_position ?? usualLogoPosition) ? undefined : position,
  });
}

/** What keeps an invoice a plain PDF where the profile would make an e-invoice of it. */
export function formatOf(
  { type, format }: Pick<Invoice, 'type' | 'format'>,
  profile: { readonly e_invoice_format?: string | null },
): Pick<CreateRequest, 'format'> {
  const added = type === 'invoice' && format === 'pdf' && profile.e_invoice_format != null;
  return added ? { format: 'pdf' } : {};
}

/** What an invoice says of its payment that is the recipient's, such as a mandate; the account is the profile's. */
export function recipientsPaymentOf({
  payment,
}: Pick<Invoice, 'payment'>): Pick<CreateRequest, 'payment'> {
  const { means, mandate, debited_iban, card_last_digits, card_holder } = payment ?? {};
  const own = present({ means, mandate, debited_iban, card_last_digits, card_holder });
  return Object.keys(own).length > 0 ? { payment: own } : {};
}

/** What keeps an invoice without a payment code where the profile would print one. */
export function paymentCodeOf(
  { type, payment }: Pick<Invoice, 'type' | 'payment'>,
  profile: { readonly payment?: { readonly code?: string | null } | null },
): Pick<CreateRequest, 'payment'> {
  // A quote prints no payment details at all.
  if (type === 'quote') return {};
  const added = payment?.code === undefined && (profile.payment?.code ?? 'none') !== 'none';
  return added ? { payment: { ...payment, code: 'none' } } : {};
}

/** In what the sender printed on an invoice differs from the profile: the request's `organization`. */
export function senderOverrides(
  { organization }: Pick<Invoice, 'organization'>,
  profile: object,
): CreateRequest['organization'] {
  const differing = Object.entries(organization).filter(
    ([name, value]) => text(value) !== text((profile as Record<string, unknown>)[name]),
  );
  return differing.length > 0 ? Object.fromEntries(differing) : undefined;
}

function lineOf(line: Invoice['line_items'][number]) {
  return present({
    description: line.description,
    details: line.details,
    quantity: line.quantity,
    unit: line.unit,
    unit_code: line.unit_code,
    period: line.period,
    unit_price: line.unit_price,
    discount: line.discount && reductionOf(line.discount),
    taxes: filled(line.taxes),
  });
}

function adjustmentOf(adjustment: Invoice['discounts'][number]) {
  // No taxes of its own is another thing than an empty list: the former is spread over those of the lines.
  return present({ ...reductionOf(adjustment), taxes: adjustment.taxes });
}

/** A percentage is sent as one; the amount beside it is what it came to. */
function reductionOf({ percent, amount, reason }: Reduction) {
  return present(percent === undefined ? { amount, reason } : { percent, reason });
}

function filled<Item>(items: Item[]): Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** The fields that are there; null and undefined both mean that one is not. */
function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

/** A value to compare, whatever the order of its names and with missing parts left out. */
function text(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  return JSON.stringify(Object.entries(present(value as Record<string, unknown>)).sort());
}
