import { minorUnits, type SqlValue } from '../common/database/database.js';
import { searchable } from '../common/database/search-text.js';
import { linkColumns, linksOf, type LinkRow } from './conversion/link-rows.js';
import { correctsOf, type CorrectsRow, correctsValues } from './crediting/corrects-rows.js';
import { emailColumns, emailOf, type EmailRow } from './invoice-email.js';
import { taxOf, type TaxRow } from './tax-rows.js';
import {
  settlementColumns,
  settlementOf,
  type SettlementRow,
  settlementValues,
} from './settlement-rows.js';
import {
  type Adjustment,
  type Invoice,
  type InvoiceDraft,
  type InvoiceNumber,
  type InvoiceSummary,
  type LinkedDocument,
  type PendingNumber,
} from './invoice.js';
import { type Particulars } from './particulars.js';

type Stored = string | number;

/** An invoice as the database answers it: amounts as text or number, objects as JSON text. */
export interface InvoiceRow extends CorrectsRow, EmailRow, LinkRow, SettlementRow {
  readonly id: string;
  readonly type: Invoice['type'];
  readonly status: Invoice['status'];
  readonly number: string;
  readonly series: string | null;
  readonly series_period: string | null;
  readonly series_sequence: Stored | null;
  readonly issue_date: string;
  readonly due_date: string | null;
  readonly valid_until: string | null;
  readonly currency: string;
  readonly language: string;
  readonly second_language: string | null;
  readonly labels: string | null;
  readonly organization: string;
  readonly recipient: string;
  readonly prices_include_tax: Stored;
  readonly subtotal_minor: Stored;
  readonly discount_total_minor: Stored;
  readonly charge_total_minor: Stored;
  readonly tax_total_minor: Stored;
  readonly discounts: string;
  readonly charges: string;
  readonly notes: string | null;
  readonly terms: string | null;
  readonly reference: string | null;
  readonly payment: string | null;
  readonly particulars: string | null;
  readonly format: Invoice['format'];
  readonly metadata: string;
  /** Null where there are none, which is what nearly every invoice has. */
  readonly attachments: string | null;
  readonly source: Invoice['source'];
  readonly template: string;
  readonly logo_id: string | null;
  readonly customer_id: string | null;
  readonly created_at: string;
  readonly voided_at: string | null;
  readonly void_reason: string | null;
  readonly credited_minor: Stored;
  readonly credit_version: Stored;
  readonly pdf_sha256: string | null;
  readonly pdf_size: Stored | null;
}

/** The columns of {@link InvoiceRow} that are the invoice's own, in one place for every SELECT. */
export const invoiceColumns = `i.id, i.type, i.status, i.number, i.series, i.series_period, i.series_sequence,
  i.issue_date, i.due_date, i.valid_until, i.currency, i.language, i.second_language, i.labels, i.organization,
  i.recipient, i.prices_include_tax,
  i.subtotal_minor, i.discount_total_minor, i.charge_total_minor, i.tax_total_minor, i.total_minor, ${settlementColumns},
  i.discounts, i.charges, i.notes, i.terms, i.reference, i.payment, i.particulars, i.format, i.metadata, i.attachments, i.source, i.template,
  i.logo_id, i.customer_id, i.created_at, i.voided_at, i.void_reason,
  i.corrects_id, i.corrects, i.credited_minor, i.credit_version, d.sha256 AS pdf_sha256, d.size AS pdf_size,
  ${emailColumns}, ${linkColumns}`;

/** An invoice without its lines. */
export function summaryOf(row: InvoiceRow, taxes: readonly TaxRow[]): InvoiceSummary {
  return {
    id: row.id,
    number: numberOf(row),
    type: row.type,
    corrects: correctsOf(row),
    status: row.status,
    date: row.issue_date,
    dueDate: row.due_date,
    validUntil: row.valid_until,
    currency: row.currency,
    language: row.language,
    secondLanguage: row.second_language,
    labels: row.labels === null ? null : fromJson(row.labels),
    organization: fromJson(row.organization),
    recipient: fromJson(row.recipient),
    pricesIncludeTax: Number(row.prices_include_tax) === 1,
    subtotalMinor: minorUnits(row.subtotal_minor),
    discountTotalMinor: minorUnits(row.discount_total_minor),
    chargeTotalMinor: minorUnits(row.charge_total_minor),
    taxTotalMinor: minorUnits(row.tax_total_minor),
    totalMinor: minorUnits(row.total_minor),
    settlement: settlementOf(row),
    discounts: adjustmentsOf(row.discounts),
    charges: adjustmentsOf(row.charges),
    taxes: taxes.map(taxOf),
    notes: row.notes,
    terms: row.terms,
    reference: row.reference,
    payment: row.payment === null ? null : fromJson(row.payment),
    particulars: row.particulars === null ? {} : fromJson(row.particulars),
    format: row.format,
    metadata: fromJson(row.metadata),
    attachments: row.attachments === null ? [] : fromJson(row.attachments),
    source: row.source,
    template: row.template,
    logoId: row.logo_id,
    customerId: row.customer_id,
    createdAt: row.created_at,
    email: emailOf(row),
    ...linksOf(row),
    pdf: row.pdf_sha256 === null ? null : { sha256: row.pdf_sha256, bytes: Number(row.pdf_size) },
    voided: row.voided_at === null ? null : { at: row.voided_at, reason: row.void_reason },
    creditedMinor: minorUnits(row.credited_minor),
    creditVersion: Number(row.credit_version),
  };
}

function numberOf(row: InvoiceRow): InvoiceNumber | PendingNumber {
  if (row.status === 'draft') return pendingNumber(row.series);
  return {
    number: row.number,
    series: row.series,
    period: row.series_period,
    sequence: row.series_sequence === null ? null : Number(row.series_sequence),
  };
}

/** What a draft has instead of a number. */
export function pendingNumber(series: string | null): PendingNumber {
  return { number: null, series, period: null, sequence: null };
}

/** What identifies and owns a new invoice. */
export interface NewInvoice {
  readonly id: string;
  readonly accountId: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly customerId: string | null;
  /** The document that it is made of. */
  readonly convertedFrom?: LinkedDocument | undefined;
}

/** The values of a new row of `invoices` by column. */
export function invoiceValues(
  { id, accountId, createdBy, createdAt, customerId, convertedFrom }: NewInvoice,
  number: InvoiceNumber | PendingNumber,
  draft: InvoiceDraft,
): Record<string, SqlValue> {
  const recipientText = searchable([draft.recipient.name, draft.recipient.email ?? ''].join('\n'));
  return {
    id,
    account_id: accountId,
    type: draft.type,
    ...correctsValues(draft),
    status: draft.status,
    ...numberValues(id, number),
    issue_date: draft.date,
    due_date: draft.dueDate,
    valid_until: draft.validUntil,
    currency: draft.currency,
    language: draft.language,
    second_language: draft.secondLanguage,
    labels: draft.labels === null ? null : JSON.stringify(draft.labels),
    organization: JSON.stringify(draft.organization),
    recipient: JSON.stringify(draft.recipient),
    recipient_text: recipientText,
    search_text: searchable(`${number.number ?? ''}\n${draft.reference ?? ''}\n`) + recipientText,
    prices_include_tax: draft.pricesIncludeTax ? 1 : 0,
    subtotal_minor: draft.subtotalMinor,
    discount_total_minor: draft.discountTotalMinor,
    charge_total_minor: draft.chargeTotalMinor,
    tax_total_minor: draft.taxTotalMinor,
    total_minor: draft.totalMinor,
    ...settlementValues(draft),
    discounts: adjustmentsJson(draft.discounts),
    charges: adjustmentsJson(draft.charges),
    notes: draft.notes,
    terms: draft.terms,
    reference: draft.reference,
    payment: draft.payment === null ? null : JSON.stringify(draft.payment),
    particulars: particularsJson(draft.particulars),
    format: draft.format,
    metadata: JSON.stringify(draft.metadata),
    attachments: draft.attachments.length === 0 ? null : JSON.stringify(draft.attachments),
    source: draft.source,
    created_by: createdBy,
    template: draft.template,
    logo_id: draft.logoId,
    created_at: createdAt,
    customer_id: customerId,
    converted_from_id: convertedFrom?.id ?? null,
  };
}

/** The column tells the invoices of an account apart: a draft stands there under its id, which nobody sees. */
function numberValues(id: string, number: InvoiceNumber | PendingNumber) {
  return {
    number: number.number ?? id,
    series: number.series,
    series_period: number.period,
    series_sequence: number.sequence,
  };
}

/** Nearly every invoice has none. */
function particularsJson(particulars: Particulars): string | null {
  return Object.keys(particulars).length === 0 ? null : JSON.stringify(particulars);
}

/** Amounts go into JSON as text, because JSON knows no bigint. */
function adjustmentsJson(adjustments: readonly Adjustment[]): string {
  return JSON.stringify(adjustments, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

function adjustmentsOf(json: string): Adjustment[] {
  return fromJson<(Adjustment & { amountMinor: string; netMinor: string })[]>(json).map(
    (stored) => ({
      ...stored,
      amountMinor: BigInt(stored.amountMinor),
      netMinor: BigInt(stored.netMinor),
    }),
  );
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names what was stored
function fromJson<T>(json: string): T {
  return JSON.parse(json) as T;
}
