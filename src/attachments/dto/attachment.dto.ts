import { Answer } from '../../common/http/fields.js';
import { type AttachedFile, type Attachment } from '../attachment.js';
import { attachmentTypes } from '../domain/file-type.js';

/** What every answer says of a file. */
class FileDto {
  @Answer({ type: 'string', description: 'Id of the attachment.', example: 'att_0VtLk3Xq9…' })
  id: string;
  @Answer({ type: 'string', description: 'Its name as a file.', example: 'timesheet.pdf' })
  file_name: string;
  @Answer({ type: 'string', enum: [...attachmentTypes], description: 'What it is.' })
  content_type: string;
  @Answer({ type: 'integer', description: 'Its size.' }) bytes: number;
  @Answer({ type: 'string', description: 'SHA-256 of its content in hex.' }) sha256: string;
}

/** An uploaded file. */
export class AttachmentDto extends FileDto {
  @Answer({ type: 'string', enum: ['attachment'], description: 'Always "attachment".' })
  object: 'attachment';
  @Answer({ type: 'string', format: 'date-time', description: 'When it was uploaded.' })
  created_at: string;

  static from(attachment: Attachment): AttachmentDto {
    const { id, ...file } = fileOf(attachment);
    return { id, object: 'attachment', ...file, created_at: attachment.createdAt };
  }
}

/** A file that an invoice carries. */
export class InvoiceAttachmentDto extends FileDto {
  @Answer({ type: 'string', description: 'Where its content is.' }) url: string;

  /** `door` is the path of the caller's door, such as `/v1`. */
  static from(file: AttachedFile, door: string): InvoiceAttachmentDto {
    return { ...fileOf(file), url: `${door}/attachments/${file.id}/content` };
  }
}

function fileOf({ id, fileName, contentType, bytes, sha256 }: AttachedFile): FileDto {
  return { id, file_name: fileName, content_type: contentType, bytes, sha256 };
}
