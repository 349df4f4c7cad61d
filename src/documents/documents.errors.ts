import { AppError } from '../common/errors/app-error.js';

/** The store of PDFs does not answer or refuses (503): the request may be sent again. */
export class DocumentsUnavailable extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'documents_unavailable';
  readonly title = 'The store of PDFs cannot be reached';

  constructor() {
    super(
      'The PDF is in a store that cannot be reached at the moment; try again in a few seconds.',
    );
  }
}

/** The store has no object under the key of a document, or other bytes than were stored: a loss, not an outage. */
export class DocumentDamaged extends Error {}

/** The store has understood and said no: nothing but another configuration helps. */
export class StoreRefused extends Error {}
