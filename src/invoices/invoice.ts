import { type PaymentDetails } from '../accounts/organization.js';
import { type LabelOverrides } from '../common/i18n/labels.js';
import { type LogoPosition } from '../pdf/template-versions.js';
import { type EInvoiceFormat } from '../einvoice/formats.js';
import { type DocumentType } from './domain/document-type.js';
import { type InvoiceStatus } from './domain/lifecycle.js';
import { type Party } from './domain/party.js';
import { type TaxCategory } from '../money/tax-category.js';
import { type WithholdingBase } from './domain/settlement.js';
import { type AttachedFile } from '../attachments/attachment.js';
import { type InvoiceEmail } from './invoice-email.js';
import { type Particulars, type Period } from './particulars.js';

/** A tax as it was sent; `rate` is percent as decimal text. */
export interface InvoiceTax {
  readonly name: string;
  readonly rate: string;
  readonly category: TaxCategory;
  readonly compound?: boolean | undefined;
  /** On a line in the sender's own words, on the invoice as it is printed: a standard sentence too. */
  readonly exemptionReason?: string | undefined;
}

/** A withholding with what it came to; `rate` is percent as decimal text. */
export interface InvoiceWithholding {
  readonly name: string;
  readonly rate: string;
  readonly base: WithholdingBase;
  readonly baseMinor: bigint;
  readonly amountMinor: bigint;
}

/** The tax total in another currency; `exchangeRate` is what one unit of the invoice's is in it, as decimal text. */
export interface InvoiceTaxCurrency {
  readonly currency: string;
  readonly exchangeRate: string;
  readonly taxTotalMinor: bigint;
}

/** What is to be paid: total - withholding total - prepaid + rounding = amount due. */
export interface InvoiceSettlement {
  readonly withholdings: readonly InvoiceWithholding[];
  readonly withholdingTotalMinor: bigint;
  /** What was paid before the invoice was made. */
  readonly prepaidMinor: bigint;
  /** What the amount due is a multiple of, as decimal text; null where it is not rounded. */
  readonly cashRounding: string | null;
  readonly roundingMinor: bigint;
  readonly amountDueMinor: bigint;
  readonly taxCurrency: InvoiceTaxCurrency | null;
}

/** A discount or charge as it was sent: `percent` or `amount` as decimal text. */
export interface Reduction {
  readonly percent?: string;
  readonly amount?: string;
  readonly reason?: string;
}

/** A discount or charge on the document, with what it came to. */
export interface Adjustment extends Reduction {
  readonly taxes?: readonly InvoiceTax[];
  /** As entered: with tax where prices include it. */
  readonly amountMinor: bigint;
  readonly netMinor: bigint;
  /** On a credit note: which one of the invoice it takes back, counted from 0. */
  readonly correctsIndex?: number;
}

/** Which line of an invoice a line of its credit note takes back: some of its quantity, or an amount alone. */
export interface LineCorrection {
  /** Counted from 0. */
  readonly index: number;
  readonly quantity: string | null;
}

export interface InvoiceLine {
  readonly description: string;
  readonly details: string | null;
  readonly quantity: string;
  readonly unit: string | null;
  /** As it was sent, a code of UN/ECE Recommendation 20. */
  readonly unitCode: string | null;
  readonly period: Period | null;
  readonly unitPrice: string;
  readonly discount: Reduction | null;
  readonly taxes: readonly InvoiceTax[];
  /** Quantity × price less discount as entered: with tax where prices include it. */
  readonly amountMinor: bigint;
  readonly discountMinor: bigint;
  readonly netMinor: bigint;
  readonly corrects?: LineCorrection;
  /** The stored item that it was made of, which may be gone since. */
  readonly itemId: string | null;
}

/** The invoice that a credit note corrects, as it is printed, and why, if that was said. */
export interface Corrects {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly reason: string | null;
}

/** A credit note as its invoice tells of it. */
export interface CreditNoteLink {
  readonly id: string;
  readonly number: string;
  readonly totalMinor: bigint;
  readonly status: InvoiceStatus;
}

export interface InvoiceTaxTotal extends InvoiceTax {
  readonly taxableMinor: bigint;
  readonly taxMinor: bigint;
}

/** The sender as it stood when the invoice was made. */
export interface Sender extends Party {
  readonly accentColor?: string;
  readonly logoPosition?: LogoPosition;
}

/** The caller's own number, or the place in a series that gave it. */
export interface InvoiceNumber {
  readonly number: string;
  readonly series: string | null;
  readonly period: string | null;
  readonly sequence: number | null;
}

/** What a draft has instead: the series that would give the number, or null where it brings one of its own. */
export interface PendingNumber {
  readonly number: null;
  readonly series: string | null;
  readonly period: null;
  readonly sequence: null;
}

/** Whether a series gave the number. */
export function isFromSeries(
  number: InvoiceNumber,
): number is InvoiceNumber & { series: string; period: string; sequence: number } {
  return number.series !== null && number.period !== null && number.sequence !== null;
}

/** An invoice but for its lines and what is only known once it is stored. */
export interface InvoiceHead {
  readonly type: DocumentType;
  /** On a credit note only. */
  readonly corrects: Corrects | null;
  readonly status: InvoiceStatus;
  readonly date: string;
  readonly dueDate: string | null;
  /** How long a quote holds, if it says so. */
  readonly validUntil: string | null;
  readonly currency: string;
  readonly language: string;
  readonly secondLanguage: string | null;
  /** The account's own wordings for the languages of this invoice, as they stood when it was made. */
  readonly labels: LabelOverrides | null;
  readonly pricesIncludeTax: boolean;
  readonly organization: Sender;
  readonly recipient: Party;
  readonly discounts: readonly Adjustment[];
  readonly charges: readonly Adjustment[];
  readonly taxes: readonly InvoiceTaxTotal[];
  readonly subtotalMinor: bigint;
  readonly discountTotalMinor: bigint;
  readonly chargeTotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly settlement: InvoiceSettlement;
  readonly notes: string | null;
  readonly terms: string | null;
  readonly reference: string | null;
  readonly payment: PaymentDetails | null;
  readonly particulars: Particulars;
  /** What it is made as beside its PDF, or inside of it. */
  readonly format: EInvoiceFormat | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachedFile[];
  readonly source: 'api' | 'dashboard';
  /** Name and version of the layout. */
  readonly template: string;
  readonly logoId: string | null;
}

/** A complete invoice that has neither number nor place in the database yet. */
export interface InvoiceDraft extends InvoiceHead {
  readonly lines: readonly InvoiceLine[];
}

/** When an invoice was taken back (ISO 8601 in UTC), and why, if that was said. */
export interface Voided {
  readonly at: string;
  readonly reason: string | null;
}

/** The other end of a link between two documents. */
export interface LinkedDocument {
  readonly id: string;
  readonly type: DocumentType;
  readonly status: InvoiceStatus;
  readonly number: string;
}

/** What is known of an invoice once it is stored. */
export interface StoredPart {
  readonly id: string;
  readonly number: InvoiceNumber | PendingNumber;
  /** The stored customer that it was made for, who may be gone since. */
  readonly customerId: string | null;
  readonly createdAt: string;
  /** The stored PDF; null until it was first read. */
  readonly pdf: { readonly sha256: string; readonly bytes: number } | null;
  readonly voided: Voided | null;
  /** The quote or pro forma invoice that it was made of. */
  readonly convertedFrom: LinkedDocument | null;
  /** The latest invoice that was made of it, which may be void. */
  readonly convertedTo: LinkedDocument | null;
  /** What its standing credit notes come to. */
  readonly creditedMinor: bigint;
  /** Changes with each credit note that is made or voided, so that nobody credits what is credited meanwhile. */
  readonly creditVersion: number;
  /** How its latest mail fares; null where it was never mailed. */
  readonly email: InvoiceEmail | null;
}

export type InvoiceSummary = InvoiceHead & StoredPart;

/** Its credit notes, void ones too, oldest first. */
export interface InvoiceCredits {
  readonly creditNotes: readonly CreditNoteLink[];
}

export type Invoice = InvoiceDraft & StoredPart & InvoiceCredits;

/** An invoice with its number, void or not: what is mailed, shared, voided and told to others. */
export type IssuedInvoice = Invoice & { readonly number: InvoiceNumber };

/** Whether an invoice has its number; a draft has none. */
export function isIssued(invoice: Invoice): invoice is IssuedInvoice {
  return invoice.number.number !== null;
}
