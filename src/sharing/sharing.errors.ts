import { AppError } from '../common/errors/app-error.js';

/** There is no such link to this invoice. */
export class ShareLinkNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such link.');
  }
}

/** A link that was never made, has expired or was revoked: which of them is nobody's business. */
export class ShareLinkEnded extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('This link leads nowhere, or not any more. Ask whoever sent it for a new one.');
  }
}

/** The invoice of a link is a PDF alone. */
export class NoEInvoice extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('This invoice is a PDF alone.');
  }
}
