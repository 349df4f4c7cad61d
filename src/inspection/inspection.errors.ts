import { AppError } from '../common/errors/app-error.js';

/** What was sent is no e-invoice that can be read (422); the message says what stands in the way. */
export class EInvoiceUnreadable extends AppError {
  readonly kind = 'invalid';
  readonly code = 'e_invoice_unreadable';
  readonly title = 'The e-invoice cannot be read';
}

/** The PDF can be read, and there is no e-invoice in it (422). */
export class EInvoiceNotFoundInPdf extends AppError {
  readonly kind = 'invalid';
  readonly code = 'e_invoice_not_found_in_pdf';
  readonly title = 'There is no e-invoice in the PDF';

  constructor(names: readonly string[]) {
    super(
      `The PDF embeds no file of the name ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.`,
    );
  }
}

/** More e-invoices are being read than can wait (503): the request may be sent again. */
export class InspectionBusy extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'inspection_busy';
  readonly title = 'Too many e-invoices are being read';

  constructor() {
    super('Too many e-invoices are being read at the moment; try again in a few seconds.');
  }
}
