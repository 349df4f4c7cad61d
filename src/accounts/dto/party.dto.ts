import { type Check, text } from '../../common/http/checks.js';
import { Email, Field, type FieldOptions, ListOf, Nested, Text } from '../../common/http/fields.js';
import { isAddressScheme } from '../../einvoice/codes/address-schemes.js';
import { isIdentifierScheme } from '../../einvoice/codes/identifier-schemes.js';
import { countries } from '../../common/i18n/countries.js';

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

/** A code of one of the lists that electronic invoices use. */
function codeOf(isKnown: (code: string) => boolean, list: string, examples: string): Check {
  return (value) => {
    const problem = text({ max: 4 })(value);
    if (problem !== undefined) return problem;
    return isKnown(value as string)
      ? undefined
      : {
          code: 'unknown_scheme',
          message: `This is not a code of the ${list} list.`,
          hint: `Use a code such as ${examples}.`,
        };
  };
}

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

/** Where e-invoices reach a party: an address in one of the networks of the EAS list. */
export class ElectronicAddressDto {
  @Field({ type: 'string', maxLength: 4 }, codeOf(isAddressScheme, 'EAS', '"0088" or "EM"'), {
    description:
      'EAS code of the kind of address: 0088 GLN, 0204 Leitweg-ID, 9930 German VAT number, 0208 Belgian company number, EM e-mail …',
    example: '0088',
  })
  scheme: string;

  @Text({ max: 100, description: 'The address itself.', example: '4012345000009' })
  id: string;
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

  @Field({ type: 'string', maxLength: 4 }, codeOf(isIdentifierScheme, 'ICD', '"0002"'), {
    optional: true,
    description:
      'Which register the registration number is of, as an ICD code (ISO 6523), for e-invoices: 0002 SIRENE, 0106 KVK, 0192 Enhetsregisteret …',
    example: '0002',
  })
  registration_scheme?: string;

  @Text({ max: 100, optional: true, description: 'Person or department to ask.' })
  contact_name?: string;

  @ListOf(() => ElectronicAddressDto, {
    min: 0,
    max: 10,
    optional: true,
    description:
      'Where e-invoices reach the party; each format takes the first one that it allows.',
  })
  electronic_addresses?: ElectronicAddressDto[];

  @Nested(() => AddressDto, { optional: true, description: 'Postal address.' })
  address?: AddressDto;
}
