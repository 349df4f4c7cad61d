/** How the latest mail of an invoice fares, and when one was last sent; instants are ISO 8601 in UTC. */
export interface InvoiceEmail {
  readonly status: 'queued' | 'sent' | 'failed';
  readonly lastSentAt: string | null;
  /** Why it was not sent, or who was refused. */
  readonly failure: string | null;
}

/** The columns of {@link EmailRow}; `m` is the latest mail, joined by {@link latestEmail}. */
export const emailColumns = `m.status AS email_status, m.failure AS email_failure,
  CASE WHEN m.id IS NULL THEN NULL ELSE (SELECT MAX(s.sent_at) FROM outbox s
    WHERE s.account_id = i.account_id AND s.about_id = i.id) END AS email_last_sent_at`;

/** Ids rise with time, so the latest mail is one look into an index for each invoice of a page. */
export const latestEmail = `LEFT JOIN outbox m ON m.id = (SELECT MAX(n.id) FROM outbox n
    WHERE n.account_id = i.account_id AND n.about_id = i.id)`;

export interface EmailRow {
  readonly email_status: InvoiceEmail['status'] | null;
  readonly email_failure: string | null;
  readonly email_last_sent_at: string | null;
}

/** Nothing where an invoice was never mailed. */
export function emailOf(row: EmailRow): InvoiceEmail | null {
  if (row.email_status === null) return null;
  return {
    status: row.email_status,
    lastSentAt: row.email_last_sent_at,
    failure: row.email_failure,
  };
}
