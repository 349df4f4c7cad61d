import { type LinkedDocument, type StoredPart } from '../invoice.js';

/** The documents at the other ends of the links of one, as the database answers them. */
export interface LinkRow {
  readonly from_id: string | null;
  readonly from_type: LinkedDocument['type'];
  readonly from_status: LinkedDocument['status'];
  readonly from_number: string;
  readonly to_id: string | null;
  readonly to_type: LinkedDocument['type'];
  readonly to_status: LinkedDocument['status'];
  readonly to_number: string;
}

/** The columns of {@link LinkRow}, where {@link linkedDocuments} are joined. */
export const linkColumns = `origin.id AS from_id, origin.type AS from_type, origin.status AS from_status,
  origin.number AS from_number, result.id AS to_id, result.type AS to_type, result.status AS to_status,
  result.number AS to_number`;

/** Joins what an invoice `i` was made of and what was made of it: each a look at the primary key. */
export const linkedDocuments = `
  LEFT JOIN invoices origin ON origin.id = i.converted_from_id AND origin.account_id = i.account_id
  LEFT JOIN invoices result ON result.id = i.converted_to_id AND result.account_id = i.account_id`;

/** The links of a document. */
export function linksOf(row: LinkRow): Pick<StoredPart, 'convertedFrom' | 'convertedTo'> {
  const { from_id: fromId, from_type: fromType, from_status: fromStatus } = row;
  const { to_id: toId, to_type: toType, to_status: toStatus } = row;
  return {
    convertedFrom:
      fromId === null
        ? null
        : { id: fromId, type: fromType, status: fromStatus, number: row.from_number },
    convertedTo:
      toId === null ? null : { id: toId, type: toType, status: toStatus, number: row.to_number },
  };
}
