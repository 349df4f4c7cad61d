import { minorUnits } from '../common/database/database.js';
import { type InvoiceTaxTotal } from './invoice.js';

type Stored = string | number;

/** A tax of an invoice as the database answers it. */
export interface TaxRow {
  readonly invoice_id: string;
  readonly name: string;
  readonly rate: string;
  readonly category: InvoiceTaxTotal['category'];
  readonly taxable_minor: Stored;
  readonly tax_minor: Stored;
  readonly compound: Stored | null;
  readonly exemption_reason: string | null;
}

/** The columns of {@link TaxRow}. */
export const taxColumns =
  'invoice_id, name, rate, category, taxable_minor, tax_minor, compound, exemption_reason';

/** A tax with what it came to. */
export function taxOf(row: TaxRow): InvoiceTaxTotal {
  return {
    name: row.name,
    rate: row.rate,
    category: row.category,
    taxableMinor: minorUnits(row.taxable_minor),
    taxMinor: minorUnits(row.tax_minor),
    ...(Number(row.compound) === 1 && { compound: true }),
    ...(row.exemption_reason !== null && { exemptionReason: row.exemption_reason }),
  };
}

/** The values of the rows of `invoice_taxes` by column. */
export function taxValues(invoiceId: string, taxes: readonly InvoiceTaxTotal[]) {
  return taxes.map((tax, position) => ({
    invoice_id: invoiceId,
    position,
    name: tax.name,
    rate: tax.rate,
    category: tax.category,
    taxable_minor: tax.taxableMinor,
    tax_minor: tax.taxMinor,
    compound: tax.compound === true ? 1 : 0,
    exemption_reason: tax.exemptionReason ?? null,
  }));
}
