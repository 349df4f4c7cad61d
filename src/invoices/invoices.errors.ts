import { AppError } from '../common/errors/app-error.js';

/** There is no such invoice in this account; another account's is no different from none. */
export class InvoiceNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such invoice.');
  }
}

/** Another invoice of the account has this number. */
export class InvoiceNumberTaken extends AppError {
  readonly kind = 'conflict';
  readonly code = 'invoice_number_taken';
  readonly title = 'The invoice number is taken';

  constructor(number: string) {
    super(
      `There is an invoice with the number ${JSON.stringify(number)} already. Nothing was stored.`,
      [
        {
          pointer: '/invoice_number',
          code: 'invoice_number_taken',
          message: 'Another invoice of this account has this number.',
          hint: 'Leave the number out to get the next one of the series.',
        },
      ],
    );
  }
}

/** The invoice is stored under its number, but its PDF could not be made yet: the next read makes it. */
export class PdfNotReady extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'pdf_not_ready';
  readonly title = 'The invoice is stored, its PDF is not made yet';

  constructor(
    private readonly invoice: { readonly id: string; readonly number: string | null },
    private readonly pdfUrl: string,
  ) {
    super(
      `The invoice ${invoice.number ?? invoice.id} is stored. Do not send it again: get its PDF from ${pdfUrl} in a few seconds.`,
    );
  }

  override extensions(): Readonly<Record<string, unknown>> {
    return {
      invoice_id: this.invoice.id,
      invoice_number: this.invoice.number,
      pdf_url: this.pdfUrl,
    };
  }
}

/** The invoice was taken back, so it is not sent to anybody any more. */
export class InvoiceVoid extends AppError {
  readonly kind = 'conflict';
  readonly code = 'invoice_void';
  readonly title = 'The invoice is void';

  constructor(number: string) {
    super(`The invoice ${number} was voided, so it is not sent any more.`);
  }
}

/** A draft is nothing for others yet: it is issued first. */
export class InvoiceIsDraft extends AppError {
  readonly kind = 'conflict';
  readonly code = 'invoice_is_draft';
  readonly title = 'The invoice is a draft';

  constructor() {
    super('This is a draft, without a number. Issue it first.');
  }
}

/** The Idempotency-Key was used for another request before. */
export class IdempotencyKeyReused extends AppError {
  readonly kind = 'invalid';
  readonly code = 'idempotency_key_reused';
  readonly title = 'The Idempotency-Key belongs to another request';

  constructor() {
    super(
      'This Idempotency-Key came with another body before. Use a new key for a new request; nothing was stored.',
    );
  }
}

/** The Idempotency-Key header cannot be used. */
export class IdempotencyKeyInvalid extends AppError {
  readonly kind = 'malformed';
  readonly code = 'idempotency_key_invalid';
  readonly title = 'The Idempotency-Key cannot be used';

  constructor() {
    super('Send one Idempotency-Key of 1 to 255 printable ASCII characters.');
  }
}
