import { Injectable } from '@nestjs/common';
import { Database } from '../common/database/database.js';
import { type Party } from './domain/party.js';
import { newestRowsFirst } from './invoice-list.repository.js';
import { containing } from '../common/database/search-text.js';

const recipientsMax = 10;
/** Older invoices are not looked at, so that a search without a hit costs as little in an account of any size. */
const newestInvoices = 1_000;

/** The recipients of earlier invoices. */
@Injectable()
export class RecipientsRepository {
  constructor(private readonly database: Database) {}

  /**
   * At most 10 different recipients of the account's newest 1,000 invoices, latest use first; with `q`
   * those whose name or mail address has it in them.
   */
  async latest(accountId: string, q: string): Promise<Party[]> {
    // Equal recipients are equal texts, because a snapshot's parts are always written in one order.
    const rows = await this.database.read.select<{ recipient: string }>(
      `SELECT recipient, MAX(id) AS latest_id
       FROM (SELECT i.id, i.recipient, i.recipient_text FROM invoices i
             WHERE i.account_id = ? ORDER BY ${newestRowsFirst} LIMIT ${newestInvoices}) newest
       WHERE recipient_text LIKE ? ESCAPE '!'
       GROUP BY recipient ORDER BY latest_id DESC LIMIT ${recipientsMax}`,
      [accountId, containing(q)],
    );
    return rows.map(({ recipient }) => JSON.parse(recipient) as Party);
  }
}
