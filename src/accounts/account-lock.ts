import { type SqlSession } from '../common/database/database.js';

/** Lets changes of what an account may have a few of take turns until the transaction ends, so that a limit holds. */
export async function lockAccount(session: SqlSession, accountId: string): Promise<void> {
  await session.execute('UPDATE accounts SET status = status WHERE id = ?', [accountId]);
}
