import { type SqlValue } from '../../common/database/database.js';
import { type Corrects, type InvoiceHead } from '../invoice.js';

/** What a credit note corrects, as the database answers it; both null on every other document. */
export interface CorrectsRow {
  readonly corrects_id: string | null;
  /** JSON text of what is printed of the invoice. */
  readonly corrects: string | null;
}

/** The invoice that a stored document corrects. */
export function correctsOf({ corrects_id: id, corrects }: CorrectsRow): Corrects | null {
  if (id === null || corrects === null) return null;
  return { id, ...(JSON.parse(corrects) as Omit<Corrects, 'id'>) };
}

/** The values of {@link CorrectsRow} in a new row of `invoices`. */
export function correctsValues({
  corrects,
}: Pick<InvoiceHead, 'corrects'>): Record<keyof CorrectsRow, SqlValue> {
  if (corrects === null) return { corrects_id: null, corrects: null };
  const { id, ...printed } = corrects;
  return { corrects_id: id, corrects: JSON.stringify(printed) };
}
