import { AppError } from '../common/errors/app-error.js';

/** More PDFs than one ZIP may hold were asked for; nothing is cut off silently. */
export class TooManyInvoices extends AppError {
  readonly kind = 'invalid';
  readonly code = 'too_many_invoices';
  readonly title = 'Too many invoices for one ZIP';

  constructor(
    private readonly count: number,
    private readonly max: number,
  ) {
    super(
      `${count} invoices were found, and one ZIP holds at most ${max} PDFs. Narrow the dates, for example to one year.`,
    );
  }

  override extensions(): Readonly<Record<string, unknown>> {
    return { invoices: this.count, invoices_max: this.max };
  }
}
