import { AppError } from '../common/errors/app-error.js';
import { type AttachmentType, extensionsOf } from './domain/file-type.js';

/** There is no such attachment in this account; another account's is no different from none. */
export class AttachmentNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such attachment.');
  }
}

/** The file is none of the kinds that invoices carry (415). */
export class AttachmentTypeUnsupported extends AppError {
  readonly kind = 'unsupported_media_type';
  readonly code = 'attachment_type_unsupported';
  readonly title = 'This kind of file cannot be attached';

  constructor() {
    super(
      'Attach a PDF, PNG, JPEG, CSV, XLSX (without macros) or ODS file; the content of the file decides. A CSV file needs a name that ends in .csv.',
    );
  }
}

/** The file is something else than its sender says (415). */
export class AttachmentTypeMismatch extends AppError {
  readonly kind = 'unsupported_media_type';
  readonly code = 'attachment_type_mismatch';
  readonly title = 'The file is of another type than it says';

  constructor(type: AttachmentType) {
    const kind = extensionsOf(type)[0].slice(1).toUpperCase();
    super(`By its content this is a ${kind} file. Send it with the Content-Type ${type}.`);
  }
}

/** An invoice or a schedule refers to the attachment, so it stays. */
export class AttachmentInUse extends AppError {
  readonly kind = 'conflict';
  readonly code = 'attachment_in_use';
  readonly title = 'The attachment is in use';

  constructor() {
    super('An invoice or a schedule carries this attachment, so it cannot be deleted any more.');
  }
}

/** The account has uploaded much and used none of it. */
export class TooManyUnusedAttachments extends AppError {
  readonly kind = 'conflict';
  readonly code = 'too_many_unused_attachments';
  readonly title = 'Too many unused attachments';

  constructor() {
    super(
      'Up to 100 MiB of attachments may wait for their invoices. Use or delete some first; what is not used within 24 hours is deleted.',
    );
  }
}
