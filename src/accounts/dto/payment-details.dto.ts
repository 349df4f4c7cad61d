import { isValidBIC, isValidIBAN } from 'ibantools';
import { type Check, text } from '../../common/http/checks.js';
import { Choice, Field, Pattern, Text } from '../../common/http/fields.js';
import { isPaymentLink } from '../../payment-codes/payment-link.js';
import { type PaymentCodeChoice, paymentCodeChoices } from '../../payment-codes/payment-request.js';
import { paymentMeans, type PaymentMeans } from '../../einvoice/codes/payment-means.js';

const iban: Check = (value) => {
  const problem = text({ max: 42 })(value);
  if (problem !== undefined) return problem;
  return isValidIBAN((value as string).replaceAll(/[\s-]/g, '').toUpperCase())
    ? undefined
    : {
        code: 'wrong_iban',
        message: 'This is not a valid IBAN: its length or check digits are wrong.',
      };
};

const bic: Check = (value) => {
  const problem = text({ max: 11 })(value);
  if (problem !== undefined) return problem;
  return isValidBIC((value as string).toUpperCase())
    ? undefined
    : { code: 'wrong_bic', message: 'This is not a valid BIC (8 or 11 characters).' };
};

const link: Check = (value) => {
  const problem = text({ max: linkMax })(value);
  if (problem !== undefined) return problem;
  return isPaymentLink(value as string)
    ? undefined
    : {
        code: 'wrong_format',
        message: 'Expected a link that starts with https://.',
        hint: 'It may have {number}, {amount} and {currency} as places, and nothing else in braces.',
      };
};
const linkMax = 300;

/** Where the recipient is asked to pay. */
export class PaymentDetailsDto {
  @Field({ type: 'string', maxLength: 42 }, iban, {
    optional: true,
    description: 'IBAN; its check digits are checked.',
    example: 'DE89 3704 0044 0532 0130 00',
  })
  iban?: string;

  @Field({ type: 'string', maxLength: 11 }, bic, {
    optional: true,
    description: 'BIC of the bank.',
    example: 'COBADEFFXXX',
  })
  bic?: string;

  @Text({ max: 70, optional: true, description: 'Holder of the account.' })
  account_name?: string;

  @Text({ max: 140, optional: true, description: 'What the payer should write with the transfer.' })
  reference?: string;

  @Choice(paymentCodeChoices, {
    optional: true,
    description:
      'Code on the PDF that opens the payment in the app of a bank: epc (GiroCode, euros), swiss_qr (QR-bill with its slip), link, none, or automatic for whichever suits the invoice.',
    example: 'automatic',
  })
  code?: PaymentCodeChoice;

  @Field({ type: 'string', maxLength: linkMax }, link, {
    optional: true,
    description: 'Link for the code; {number}, {amount} and {currency} in it are filled in.',
    example: 'https://pay.example.com/{number}',
  })
  link?: string;

  @Choice(paymentMeans, {
    optional: true,
    description:
      'How it is paid. Left out: by transfer where there is an IBAN (sepa_credit_transfer in euros), online where there is a link.',
    example: 'sepa_credit_transfer',
  })
  means?: PaymentMeans;

  @Text({
    max: 35,
    optional: true,
    description: 'Reference of the mandate by which the amount is debited.',
  })
  mandate?: string;

  @Text({
    max: 35,
    optional: true,
    description: 'Your identifier as a creditor who debits (SEPA).',
  })
  creditor_id?: string;

  @Field({ type: 'string', maxLength: 42 }, iban, {
    optional: true,
    description: 'IBAN of the account that is debited.',
  })
  debited_iban?: string;

  @Pattern({
    max: 6,
    regex: /^\d{4,6}$/,
    expected: 'the last 4 to 6 digits',
    optional: true,
    description: 'Last 4 to 6 digits of the card that was charged; never more of them.',
    example: '4242',
  })
  card_last_digits?: string;

  @Text({ max: 70, optional: true, description: 'Holder of that card.' })
  card_holder?: string;
}
