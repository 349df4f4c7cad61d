import { isValidBIC, isValidIBAN } from 'ibantools';
import { type Check, text } from '../../common/http/checks.js';
import { Choice, Email, Field, type FieldOptions, Nested, Text } from '../../common/http/fields.js';
import { countries } from '../../common/i18n/countries.js';
import { isPaymentLink } from '../../payment-codes/payment-link.js';
import { type PaymentCodeChoice, paymentCodeChoices } from '../../payment-codes/payment-request.js';

/** An ISO 3166-1 alpha-2 country code. */
const country: Check = (value) => {
  const problem = text({ max: 100 })(value);
  if (problem !== undefined) return problem;
  if (countries.has(value as string)) return undefined;
  return {
    code: 'unknown_country',
    message: 'This is not an ISO 3166 country code.',
    hint: value === 'UK' ? 'Did you mean "GB"?' : 'Use two capital letters, such as "DE" or "US".',
  };
};

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

function Country(options: FieldOptions): PropertyDecorator {
  return Field({ type: 'string', minLength: 2, maxLength: 2 }, country, options);
}

export class AddressDto {
  @Text({
    max: 200,
    optional: true,
    multiline: true,
    description: 'Street and number.',
    example: '1 Market Street',
  })
  line1?: string;

  @Text({ max: 200, optional: true, multiline: true, description: 'Building, floor, care of …' })
  line2?: string;

  @Text({ max: 100, optional: true, description: 'City.', example: 'Springfield' })
  city?: string;

  @Text({ max: 30, optional: true, description: 'Postal code.', example: '62701' })
  postal_code?: string;

  @Text({ max: 100, optional: true, description: 'State, province or region.', example: 'IL' })
  region?: string;

  @Country({
    optional: true,
    description: 'ISO 3166-1 country code; US and a few others get Letter paper.',
    example: 'US',
  })
  country?: string;
}

/** What an invoice says about its sender or its recipient. */
export class PartyFields {
  @Email({
    optional: true,
    description: 'Where questions and invoices go.',
    example: 'billing@acme.com',
  })
  email?: string;

  @Text({ max: 50, optional: true, description: 'Telephone number as it is printed.' })
  phone?: string;

  @Text({ max: 200, optional: true, description: 'Website as it is printed.' })
  website?: string;

  @Text({
    max: 50,
    optional: true,
    description: 'VAT, GST or other tax number.',
    example: 'DE123456789',
  })
  tax_id?: string;

  @Text({ max: 50, optional: true, description: 'Number in the register of companies.' })
  registration_number?: string;

  @Nested(() => AddressDto, { optional: true, description: 'Postal address.' })
  address?: AddressDto;
}

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
}
