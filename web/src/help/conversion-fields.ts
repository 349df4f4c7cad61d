import { fields } from './definition.js';

/** The fields of a request that makes an invoice of a quote or pro forma invoice. */
export const conversionFields = fields([
  ['date', 'YYYY-MM-DD', 'Left out: today in the time zone of your organization.'],
  [
    'due_date',
    'YYYY-MM-DD',
    'Left out: by the payment terms of the customer or your organization.',
  ],
  ['payment_terms_days', '0 to 3,650', 'The same as a number of days from `date`.'],
  [
    'format',
    'a choice',
    'What the invoice is made as, such as `facturx` or `pdf`. Left out: as in your organization.',
  ],
  ['delivery', 'object', 'When and where goods or services were supplied.'],
  ['period', 'object', 'The days that the invoice is for.'],
  ['invoice_number', 'text, up to 40', 'A number of your own. Left out: the next one.'],
  ['series', 'text, up to 20', 'Another series to take the number from.'],
  [
    'notes',
    'text, up to 5,000',
    'Left out, like all that follows but `payment`: as on the document.',
  ],
  ['terms', 'text, up to 5,000', 'Terms and conditions.'],
  ['reference', 'text, up to 200', 'The recipient’s reference.'],
  ['payment', 'object', 'Where to pay. Left out: as in your organization now.'],
  ['metadata', 'object', 'Your own data, in place of that of the document.'],
]);
