import { AppError } from '../../common/errors/app-error.js';

/** An issued or void invoice is never edited. */
export class InvoiceNotDraft extends AppError {
  readonly kind = 'conflict';
  readonly code = 'invoice_not_draft';
  readonly title = 'The invoice is no draft';

  constructor(number: string) {
    super(`The invoice ${number} is issued, so it stays as it is. Only a draft can be changed.`);
  }
}
