import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { InvalidRequest } from '../common/errors/app-error.js';
import { type UploadedForm } from '../common/http/upload.js';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { type Attachment } from './attachment.js';
import {
  AttachmentInUse,
  AttachmentNotFound,
  AttachmentTypeMismatch,
  AttachmentTypeUnsupported,
} from './attachments.errors.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { attachmentName } from './domain/file-name.js';
import { canMean, typeOf } from './domain/file-type.js';

/** Files that invoices carry: uploaded first, used by any number of invoices, deleted while unused. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidRequest, AttachmentTypeUnsupported, AttachmentTypeMismatch, TooManyUnusedAttachments */
  async add(
    accountId: string,
    { file, fileName, mediaType }: Omit<UploadedForm, 'plan'>,
  ): Promise<Attachment> {
    if (file.length === 0) throw empty;
    const type = typeOf(file, fileName);
    if (type === undefined) throw new AttachmentTypeUnsupported();
    if (!canMean(mediaType, type)) throw new AttachmentTypeMismatch(type);
    const now = this.clock.now();
    const attachment = {
      id: newId('att', now),
      fileName: attachmentName(fileName, type),
      contentType: type,
      bytes: file.length,
      sha256: createHash('sha256').update(file).digest('hex'),
      createdAt: now.toISOString(),
    };
    await this.attachments.add(accountId, { ...attachment, content: file });
    return { ...attachment, isUsed: false };
  }

  /** @throws AttachmentNotFound */
  async get(accountId: string, id: string): Promise<Attachment> {
    const [attachment] = await this.known(accountId, [id]);
    if (attachment === undefined) throw new AttachmentNotFound();
    return attachment;
  }

  /** Those of the ids that are the account's; they may be any texts. */
  known(accountId: string, ids: readonly string[]): Promise<Attachment[]> {
    return this.attachments.find(
      accountId,
      ids.filter((id) => isId('att', id)),
    );
  }

  /** The bytes of an attachment. @throws AttachmentNotFound */
  async content(accountId: string, id: string): Promise<Buffer> {
    const content = await this.attachments.content(accountId, id);
    if (content === undefined) throw new AttachmentNotFound();
    return content;
  }

  /**
   * Keeps attachments for good, in the transaction that stores what refers to them; answers whether all of
   * them are still there.
   */
  keep(
    session: SqlSession,
    accountId: string,
    attachments: readonly Attachment[],
  ): Promise<boolean> {
    // What is used already stays, so it is neither written nor locked again.
    const fresh = attachments.filter(({ isUsed }) => !isUsed).map(({ id }) => id);
    return this.attachments.use(session, accountId, fresh);
  }

  /** @throws AttachmentNotFound, AttachmentInUse */
  async remove(accountId: string, id: string): Promise<void> {
    await this.get(accountId, id);
    if (await this.attachments.removeUnused(accountId, id)) return;
    await this.get(accountId, id);
    throw new AttachmentInUse();
  }
}

const empty = new InvalidRequest([
  { pointer: '', code: 'required', message: 'The file is empty.' },
]);
