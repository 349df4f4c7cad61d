import { Injectable } from '@nestjs/common';
import { lockAccount } from '../accounts/account-lock.js';
import { blobBytes, Database, type SqlSession } from '../common/database/database.js';
import { deletePart } from '../common/database/delete-part.js';
import { insertRows } from '../common/database/insert-rows.js';
import { type Attachment, type NewAttachment, unusedBytesMax } from './attachment.js';
import { TooManyUnusedAttachments } from './attachments.errors.js';

interface AttachmentRow {
  readonly id: string;
  readonly file_name: string;
  readonly content_type: string;
  readonly size: string | number;
  readonly sha256: string;
  readonly used: string | number;
  readonly created_at: string;
}

const columns = 'id, file_name, content_type, size, sha256, used, created_at';
/** Few, as each may have megabytes. */
const partSize = 20;

/** Uploaded files. Their content never changes; all that does is whether somebody refers to them. */
@Injectable()
export class AttachmentsRepository {
  constructor(private readonly database: Database) {}

  /** @throws TooManyUnusedAttachments */
  async add(accountId: string, attachment: NewAttachment): Promise<void> {
    const { id, fileName, contentType, bytes, sha256, createdAt, content } = attachment;
    await this.database.transaction(async (session) => {
      await lockAccount(session, accountId);
      const [unused] = await session.select<{ bytes: string | number | null }>(
        'SELECT SUM(size) AS bytes FROM attachments WHERE account_id = ? AND used = 0',
        [accountId],
      );
      if (Number(unused?.bytes ?? 0) + bytes > unusedBytesMax) throw new TooManyUnusedAttachments();
      await insertRows(session, 'attachments', [
        {
          ...{ id, account_id: accountId, file_name: fileName, content_type: contentType },
          ...{ size: bytes, sha256, used: 0, created_at: createdAt, bytes: content },
        },
      ]);
    });
  }

  /** Those of the ids that are the account's, without their content. */
  async find(accountId: string, ids: readonly string[]): Promise<Attachment[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.read.select<AttachmentRow>(
      `SELECT ${columns} FROM attachments WHERE account_id = ? AND id IN (${marks(ids)})`,
      [accountId, ...ids],
    );
    return rows.map(attachmentOf);
  }

  async content(accountId: string, id: string): Promise<Buffer | undefined> {
    const rows = await this.database.read.select<{ bytes: Buffer | ArrayBuffer }>(
      'SELECT bytes FROM attachments WHERE account_id = ? AND id = ?',
      [accountId, id],
    );
    return rows.map(({ bytes }) => blobBytes(bytes))[0];
  }

  /** Marks attachments as used, from when on they stay; answers whether all of them are still there. */
  async use(session: SqlSession, accountId: string, ids: readonly string[]): Promise<boolean> {
    if (ids.length === 0) return true;
    const found = await session.execute(
      `UPDATE attachments SET used = 1 WHERE account_id = ? AND id IN (${marks(ids)})`,
      [accountId, ...ids],
    );
    return found === ids.length;
  }

  /** Deletes an attachment that nobody refers to; answers whether there was one. */
  async removeUnused(accountId: string, id: string): Promise<boolean> {
    const removed = await this.database.transaction((session) =>
      session.execute('DELETE FROM attachments WHERE account_id = ? AND id = ? AND used = 0', [
        accountId,
        id,
      ]),
    );
    return removed === 1;
  }

  /** Deletes some of what was uploaded before an instant and never used, in all accounts; answers whether there may be more. */
  removeUnusedBefore(instant: string): Promise<boolean> {
    const condition = 'used = 0 AND created_at < ?';
    return deletePart(this.database, { table: 'attachments', condition, value: instant, partSize });
  }

  /** Deletes some of an account that is being deleted; answers whether there may be more. */
  removePart(accountId: string): Promise<boolean> {
    const rows = { table: 'attachments', condition: 'account_id = ?', value: accountId, partSize };
    return deletePart(this.database, rows);
  }
}

const marks = (ids: readonly string[]) => ids.map(() => '?').join(', ');

function attachmentOf(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    fileName: row.file_name,
    contentType: row.content_type,
    bytes: Number(row.size),
    sha256: row.sha256,
    isUsed: Number(row.used) === 1,
    createdAt: row.created_at,
  };
}
