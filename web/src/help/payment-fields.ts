import { fields } from './definition.js';

/** The fields of what a request says of the way to pay. */
export const paymentFields = fields([
  ['iban', 'IBAN', 'The account; its check digits are checked.'],
  ['bic', 'BIC', 'The bank.'],
  ['account_name', 'text, up to 70', 'Who holds the account.'],
  [
    'reference',
    'text, up to 140',
    'What the payer should write with the transfer: any text, an RF reference, or the QR reference of a QR-IBAN.',
  ],
  [
    'code',
    'a choice',
    'The code on the PDF: `epc`, `swiss_qr`, `link`, `none`, or `automatic` for whichever suits. Left out: as in your organization.',
  ],
  [
    'link',
    'https link, up to 300',
    'What the code of the kind `link` opens. `{number}`, `{amount}` and `{currency}` in it are filled in.',
  ],
]);
