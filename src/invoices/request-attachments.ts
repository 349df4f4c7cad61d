import { Injectable } from '@nestjs/common';
import {
  type AttachedFile,
  type Attachment,
  attachmentBytesMax,
} from '../attachments/attachment.js';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { type SqlSession } from '../common/database/database.js';
import { EntryNames } from '../common/entry-names.js';
import { type Fault, InvalidRequest } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';
import { attachmentIds } from './dto/attachments.dto.js';

type Work<T> = (session: SqlSession) => Promise<T>;

/** The files that a request names, with what is wrong with them. */
export interface RequestedFiles {
  /** Each under a name of its own. */
  readonly files: readonly AttachedFile[];
  readonly faults: readonly Fault[];
  /** Keeps the files for good, in the transaction that refers to them. @throws InvalidRequest */
  readonly keep: Work<void>;
  /** The same, and then other work of that transaction. */
  readonly keptBefore: <T>(work: Work<T>) => Work<T>;
}

/** Looks up the files that requests for invoices name. */
@Injectable()
export class RequestAttachments {
  constructor(private readonly attachments: AttachmentsService) {}

  /** `ids` may be anything; what its field refuses has its fault already. */
  async of(accountId: string, ids: unknown): Promise<RequestedFiles> {
    const asked = attachmentIds(ids) === undefined ? (ids as string[]) : [];
    const known = asked.length === 0 ? [] : await this.attachments.known(accountId, asked);
    const byId = new Map(known.map((attachment) => [attachment.id, attachment]));
    const keep: Work<void> = async (session) => {
      if (!(await this.attachments.keep(session, accountId, known)))
        throw new InvalidRequest([unknownAttachment(pointer('attachments'))]);
    };
    return {
      files: filesOf(asked.flatMap((id) => byId.get(id) ?? [])),
      faults: faultsOf(asked, byId),
      keep,
      keptBefore: (work) => async (session) => {
        await keep(session);
        return work(session);
      },
    };
  }
}

/** Two files of one name would become one where they are saved. */
function filesOf(attachments: readonly Attachment[]): AttachedFile[] {
  const names = new EntryNames();
  return attachments.map(({ id, fileName, contentType, bytes, sha256 }) => ({
    id,
    fileName: names.unique(fileName),
    contentType,
    bytes,
    sha256,
  }));
}

function faultsOf(ids: readonly string[], byId: ReadonlyMap<string, Attachment>): Fault[] {
  const faults = ids.flatMap((id, index): Fault[] => {
    const at = pointer('attachments', index);
    if (ids.indexOf(id) < index) return [repeatedAttachment(at)];
    return byId.has(id) ? [] : [unknownAttachment(at)];
  });
  const bytes = [...byId.values()].reduce((sum, attachment) => sum + attachment.bytes, 0);
  return bytes > attachmentBytesMax ? [...faults, tooLarge(bytes)] : faults;
}

function unknownAttachment(at: string): Fault {
  return {
    pointer: at,
    code: 'unknown_attachment',
    message: 'There is no such attachment.',
    hint: 'Upload the file first; what is not used within 24 hours is deleted.',
  };
}

function repeatedAttachment(at: string): Fault {
  return {
    pointer: at,
    code: 'attachment_repeated',
    message: 'This attachment is in the list already.',
  };
}

function tooLarge(bytes: number): Fault {
  const mib = (bytes / 1_048_576).toFixed(1);
  return {
    pointer: pointer('attachments'),
    code: 'attachments_too_large',
    message: `The attachments of an invoice may have 10 MiB together, these have ${mib} MiB.`,
  };
}
