import { AppError, type Fault } from '../../common/errors/app-error.js';
import { type EInvoiceFormat } from '../../einvoice/formats.js';

/** The invoice breaks rules of a format, which an issued invoice cannot be changed for any more. */
export class EInvoiceNotReady extends AppError {
  readonly kind = 'invalid';
  readonly code = 'e_invoice_not_ready';
  readonly title = 'The invoice does not meet the rules of the format';

  constructor(format: EInvoiceFormat, faults: readonly Fault[]) {
    super(
      `The invoice cannot be made as ${format}: ${faults.length === 1 ? 'one rule is' : `${faults.length} rules are`} not met. Its PDF is not affected.`,
      faults,
    );
  }
}
