import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import {
  DayColumn,
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  MinorColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';
import { type EInvoiceFormat } from '../einvoice/formats.js';
import { type DocumentType } from './domain/document-type.js';
import { type InvoiceStatus } from './domain/lifecycle.js';

/** A document: a snapshot that only becomes void, or an invoice beside it, once it is issued, with its totals in minor units for exact sums. */
@Entity('invoices')
@Index('uq_invoices_number', ['account_id', 'number'], { unique: true })
@Index('uq_invoices_series', ['account_id', 'series', 'series_period', 'series_sequence'], {
  unique: true,
})
// Lists are sorted by id, so no index leads to a date at once; this one finds it without reading a row.
@Index('ix_invoices_newest', ['account_id', 'id', 'issue_date', 'status', 'currency'])
@Index('ix_invoices_currency', ['account_id', 'currency', 'id'])
@Index('ix_invoices_status', ['account_id', 'status', 'id'])
@Index('ix_invoices_type', ['account_id', 'type', 'id'])
@Index('ix_invoices_corrects', ['account_id', 'corrects_id', 'id'])
@Index('ix_invoices_customer', ['account_id', 'customer_id', 'id'])
export class InvoiceEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_invoices_account', 'CASCADE') @IdColumn() account_id: string;
  @ExactColumn(10) status: InvoiceStatus;
  /** Its id while it is a draft, because each row needs one of its own here; answers show none then. */
  @TextColumn(40) number: string;
  /** The series that gave the number, its period and the count in it; none for the caller's own number. */
  @ExactColumn(20, { nullable: true }) series: string | null;
  @ExactColumn(7, { nullable: true }) series_period: string | null;
  @Column('int', { nullable: true }) series_sequence: number | null;
  @DayColumn() issue_date: string;
  @DayColumn({ nullable: true }) due_date: string | null;
  @ExactColumn(3) currency: string;
  @ExactColumn(35) language: string;
  @JsonColumn() organization: unknown;
  @JsonColumn() recipient: unknown;
  /** The recipient's name and mail address in lower case. */
  @TextColumn(460) recipient_text: string;
  /** Number, recipient and reference in lower case, for the search of lists. */
  @TextColumn(800) search_text: string;
  @Column('smallint') prices_include_tax: number;
  @MinorColumn() subtotal_minor: bigint;
  @MinorColumn() discount_total_minor: bigint;
  @MinorColumn() charge_total_minor: bigint;
  @MinorColumn() tax_total_minor: bigint;
  @MinorColumn() total_minor: bigint;
  @JsonColumn() discounts: unknown;
  @JsonColumn() charges: unknown;
  @LongTextColumn({ nullable: true }) notes: string | null;
  @LongTextColumn({ nullable: true }) terms: string | null;
  @TextColumn(200, { nullable: true }) reference: string | null;
  @JsonColumn({ nullable: true }) payment: unknown;
  @JsonColumn() metadata: unknown;
  /** Its files but for their bytes, under the names that they have in this invoice. */
  @JsonColumn({ nullable: true }) attachments: unknown;
  @ExactColumn(10) source: 'api' | 'dashboard';
  /** The key or the user that made it. */
  @IdColumn() created_by: string;
  /** Name and version of the layout, such as `clean-1`: belongs to the snapshot. */
  @ExactColumn(40) template: string;
  @IdColumn({ nullable: true }) logo_id: string | null;
  @InstantColumn() created_at: string;
  @ExactColumn(35, { nullable: true }) second_language: string | null;
  /** The account's own wordings in the languages of the invoice. */
  @JsonColumn({ nullable: true }) labels: unknown;
  @InstantColumn({ nullable: true }) voided_at: string | null;
  @TextColumn(200, { nullable: true }) void_reason: string | null;
  @JsonColumn({ nullable: true }) withholdings: unknown;
  /** Decimal text: what the amount due is a multiple of. */
  @ExactColumn(20, { nullable: true }) cash_rounding: string | null;
  /** Null in rows from before there was cash rounding: then nothing is rounded and all of the total is due. */
  @MinorColumn({ nullable: true }) rounding_minor: bigint | null;
  @MinorColumn({ nullable: true }) amount_due_minor: bigint | null;
  @ExactColumn(3, { nullable: true }) tax_currency: string | null;
  /** Decimal text: what one unit of the invoice's currency is in the currency of taxation. */
  @ExactColumn(30, { nullable: true }) exchange_rate: string | null;
  @MinorColumn({ nullable: true }) tax_currency_total_minor: bigint | null;
  /** The stored customer that it was made for, who may be gone since. */
  @IdColumn({ nullable: true }) customer_id: string | null;
  @ExactColumn(12, { default: 'invoice' }) type: DocumentType;
  /** How long a quote holds. */
  @DayColumn({ nullable: true }) valid_until: string | null;
  /** The quote or pro forma invoice that it was made of. */
  @IdColumn({ nullable: true }) converted_from_id: string | null;
  /** The latest invoice that was made of it: set where there was none, or a void one, so that two never hold. */
  @IdColumn({ nullable: true }) converted_to_id: string | null;
  /** On a credit note: the invoice that it corrects, and what is printed of it. */
  @IdColumn({ nullable: true }) corrects_id: string | null;
  @JsonColumn({ nullable: true }) corrects: unknown;
  /** On an invoice: what its standing credit notes come to, and how often that has changed. */
  @MinorColumn({ default: 0 }) credited_minor: bigint;
  @Column('int', { default: 0 }) credit_version: number;
  /** The request as it was sent, while it is a draft: issuing calculates anew from it. */
  @JsonColumn({ nullable: true }) draft_request: unknown;
  /** Delivery, period, references and earlier invoices; null where none of them is said. */
  @JsonColumn({ nullable: true }) particulars: unknown;
  /** Which e-invoice it is made as. */
  @ExactColumn(20, { nullable: true }) format: EInvoiceFormat | null;
  @MinorColumn({ nullable: true }) prepaid_minor: bigint | null;
}

@Entity('invoice_lines')
export class InvoiceLineEntity {
  @References(() => InvoiceEntity, 'fk_invoice_lines_invoice', 'CASCADE')
  @PrimaryIdColumn()
  invoice_id: string;
  @PrimaryColumn('int') position: number;
  @TextColumn(1000) description: string;
  @TextColumn(1000, { nullable: true }) details: string | null;
  /** Decimal text, exactly as it was sent. */
  @ExactColumn(20) quantity: string;
  @TextColumn(50, { nullable: true }) unit: string | null;
  @ExactColumn(20) unit_price: string;
  @JsonColumn({ nullable: true }) discount: unknown;
  @JsonColumn() taxes: unknown;
  /** Quantity × price less discount as entered: with tax where prices include it. */
  @MinorColumn() amount_minor: bigint;
  @MinorColumn() discount_minor: bigint;
  @MinorColumn() net_minor: bigint;
  /** On a credit note: the line of the invoice, counted from 0, and how many of it; null for an amount alone. */
  @Column('int', { nullable: true }) corrects_index: number | null;
  @ExactColumn(20, { nullable: true }) corrects_quantity: string | null;
  /** The stored item that it was made of, which may be gone since. */
  @IdColumn({ nullable: true }) item_id: string | null;
  /** UN/ECE Recommendation 20, as it was sent. */
  @ExactColumn(3, { nullable: true }) unit_code: string | null;
  @JsonColumn({ nullable: true }) period: unknown;
}

@Entity('invoice_taxes')
export class InvoiceTaxEntity {
  @References(() => InvoiceEntity, 'fk_invoice_taxes_invoice', 'CASCADE')
  @PrimaryIdColumn()
  invoice_id: string;
  @PrimaryColumn('int') position: number;
  @TextColumn(50) name: string;
  /** Percent as decimal text. */
  @ExactColumn(20) rate: string;
  @ExactColumn(2) category: string;
  @MinorColumn() taxable_minor: bigint;
  @MinorColumn() tax_minor: bigint;
  @Column('smallint', { nullable: true }) compound: number | null;
  /** As it is printed. */
  @TextColumn(500, { nullable: true }) exemption_reason: string | null;
}

/** The next number of a series within a period; its row lock keeps numbers without gaps. */
@Entity('number_series')
export class NumberSeriesEntity {
  @References('AccountEntity', 'fk_number_series_account', 'CASCADE')
  @PrimaryIdColumn()
  account_id: string;
  @PrimaryColumn('varchar', { length: 20, charset: 'ascii', collation: 'ascii_bin' })
  series: string;
  @PrimaryColumn('varchar', { length: 7, charset: 'ascii', collation: 'ascii_bin' }) period: string;
  @Column('int') next: number;
}

/** Which invoice an Idempotency-Key has made, and from which request. */
@Entity('idempotency_keys')
@Index('ix_idempotency_keys_created_at', ['created_at'])
@Index('ix_idempotency_keys_invoice', ['account_id', 'invoice_id'])
export class IdempotencyKeyEntity {
  @References('AccountEntity', 'fk_idempotency_keys_account', 'CASCADE')
  @PrimaryIdColumn()
  account_id: string;
  @PrimaryColumn('varchar', { length: 255, charset: 'ascii', collation: 'ascii_bin' })
  idempotency_key: string;
  @ExactColumn(64) request_hash: string;
  @IdColumn() invoice_id: string;
  @InstantColumn() created_at: string;
}
