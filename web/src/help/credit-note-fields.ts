import { fields } from './definition.js';

/** The fields of requests for credit notes, under the names of their schemas. */
export const creditNoteFields = {
  CreateCreditNoteDto: fields([
    ['lines', 'list, up to 1,000', 'What is credited. Left out: all that is left of the invoice.'],
    ['reason', 'text, up to 200', 'Why; printed on the credit note.'],
    ['date', 'YYYY-MM-DD', 'Date of the credit note, not before its invoice. Left out: today.'],
    ['invoice_number', 'text, up to 40', 'A number of your own.'],
    ['series', 'text, up to 20', 'Another series to take the number from. Left out: `CN`.'],
    ['notes', 'text, up to 5,000', 'Printed below the totals.'],
    ['metadata', 'object', 'Your own data, given back and never printed.'],
    ['format', 'pdf, facturx …', 'What it is made as; left out: what the invoice is.'],
    ['expected_total', 'number', 'Refused unless the credit note comes to exactly this.'],
  ]),
  CreditLineDto: fields([
    ['index', '0 to 999, required', 'Which line of the invoice, counted from 0.'],
    ['quantity', 'number', 'How many of it, with the sign of the line.'],
    [
      'amount',
      'number',
      'In place of `quantity`: what is taken off its amount, with tax where prices include it.',
    ],
  ]),
} as const;
