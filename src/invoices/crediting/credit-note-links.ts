import { minorUnits, type SqlSession } from '../../common/database/database.js';
import { type CreditNoteLink, type InvoiceSummary } from '../invoice.js';

interface LinkRow {
  readonly corrects_id: string;
  readonly id: string;
  readonly number: string;
  readonly total_minor: string | number;
  readonly status: CreditNoteLink['status'];
}

/** The credit notes of these invoices, void ones too, oldest first; invoices without one cost nothing. */
export async function creditNotesOf(
  session: SqlSession,
  accountId: string,
  invoices: readonly Pick<InvoiceSummary, 'id' | 'creditVersion'>[],
): Promise<Map<string, CreditNoteLink[]>> {
  const ids = invoices.filter(({ creditVersion }) => creditVersion > 0).map(({ id }) => id);
  const links = new Map<string, CreditNoteLink[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return links;
  const rows = await session.select<LinkRow>(
    `SELECT corrects_id, id, number, total_minor, status FROM invoices
     WHERE account_id = ? AND corrects_id IN (${ids.map(() => '?').join(', ')}) ORDER BY corrects_id, id`,
    [accountId, ...ids],
  );
  for (const { corrects_id: invoiceId, id, number, total_minor: total, status } of rows) {
    links.get(invoiceId)?.push({ id, number, totalMinor: minorUnits(total), status });
  }
  return links;
}
