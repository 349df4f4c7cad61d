import { minorUnits } from '../common/database/database.js';
import { type InvoiceLine, type InvoiceTax, type Reduction } from './invoice.js';
import { type Period } from './particulars.js';

type Stored = string | number;

/** A line of an invoice as the database answers it. */
export interface LineRow {
  readonly description: string;
  readonly details: string | null;
  readonly quantity: string;
  readonly unit: string | null;
  readonly unit_code: string | null;
  readonly period: string | null;
  readonly unit_price: string;
  readonly discount: string | null;
  readonly taxes: string;
  readonly amount_minor: Stored;
  readonly discount_minor: Stored;
  readonly net_minor: Stored;
  readonly corrects_index: Stored | null;
  readonly corrects_quantity: string | null;
  readonly item_id: string | null;
}

/** The columns of {@link LineRow}. */
export const lineColumns = `l.description, l.details, l.quantity, l.unit, l.unit_code, l.period, l.unit_price, l.discount,
  l.taxes, l.amount_minor, l.discount_minor, l.net_minor, l.item_id, l.corrects_index, l.corrects_quantity`;

/** A line with what it came to. */
export function lineOf(row: LineRow): InvoiceLine {
  return {
    description: row.description,
    details: row.details,
    quantity: row.quantity,
    unit: row.unit,
    unitCode: row.unit_code,
    period: row.period === null ? null : (JSON.parse(row.period) as Period),
    unitPrice: row.unit_price,
    discount: row.discount === null ? null : (JSON.parse(row.discount) as Reduction),
    taxes: JSON.parse(row.taxes) as InvoiceTax[],
    amountMinor: minorUnits(row.amount_minor),
    discountMinor: minorUnits(row.discount_minor),
    netMinor: minorUnits(row.net_minor),
    ...(row.corrects_index !== null && {
      corrects: { index: Number(row.corrects_index), quantity: row.corrects_quantity },
    }),
    itemId: row.item_id,
  };
}

/** The values of the rows of `invoice_lines` by column. */
export function lineValues(invoiceId: string, lines: readonly InvoiceLine[]) {
  return lines.map((line, position) => ({
    invoice_id: invoiceId,
    position,
    description: line.description,
    details: line.details,
    quantity: line.quantity,
    unit: line.unit,
    unit_code: line.unitCode,
    period: line.period === null ? null : JSON.stringify(line.period),
    unit_price: line.unitPrice,
    discount: line.discount === null ? null : JSON.stringify(line.discount),
    taxes: JSON.stringify(line.taxes),
    amount_minor: line.amountMinor,
    discount_minor: line.discountMinor,
    net_minor: line.netMinor,
    corrects_index: line.corrects?.index ?? null,
    corrects_quantity: line.corrects?.quantity ?? null,
    item_id: line.itemId,
  }));
}
