import { AppError } from '../../common/errors/app-error.js';

/** The document is no issued invoice, so there is nothing to be corrected. */
export class InvoiceNotCreditable extends AppError {
  readonly kind = 'conflict';
  readonly code = 'invoice_not_creditable';
  readonly title = 'This cannot be credited';

  constructor() {
    super('Only an issued invoice can be credited: no draft, void invoice, quote or credit note.');
  }
}

/** The credit notes of the invoice come to its total already. */
export class NothingToCredit extends AppError {
  readonly kind = 'conflict';
  readonly code = 'nothing_to_credit';
  readonly title = 'Nothing is left to be credited';

  constructor(number: string) {
    super(`Nothing is left of the invoice ${number} to be credited. Nothing was stored.`);
  }
}

/** The invoice has credit notes, which would correct nothing if it were void. */
export class InvoiceHasCreditNotes extends AppError {
  readonly kind = 'conflict';
  readonly code = 'invoice_has_credit_notes';
  readonly title = 'The invoice has credit notes';

  constructor(number: string) {
    super(`The invoice ${number} has credit notes. Void them first, or credit what is left of it.`);
  }
}

/** Each credit note is calculated from all those before it. */
export class TooManyCreditNotes extends AppError {
  readonly kind = 'conflict';
  readonly code = 'too_many_credit_notes';
  readonly title = 'The invoice has too many credit notes';

  constructor(max: number) {
    super(`An invoice may have ${max} credit notes, void ones included.`);
  }
}
