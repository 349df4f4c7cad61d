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
  [
    'means',
    'a choice',
    'How it is paid, for e-invoices: `credit_transfer`, `sepa_credit_transfer`, `direct_debit`, `sepa_direct_debit`, `card`, `credit_card`, `debit_card`, `cash`, `cheque`, `online`, `mutually_defined`, `standing_agreement` or `clearing`. Left out: by transfer with an `iban`, online with a `link`.',
  ],
  ['mandate', 'text, up to 35', 'The mandate by which the amount is debited.'],
  ['creditor_id', 'text, up to 35', 'Your identifier as a creditor who debits (SEPA).'],
  ['debited_iban', 'IBAN', 'The account that is debited.'],
  [
    'card_last_digits',
    '4 to 6 digits',
    'The last digits of the card that was charged, never more.',
  ],
  ['card_holder', 'text, up to 70', 'Who holds that card.'],
]);
