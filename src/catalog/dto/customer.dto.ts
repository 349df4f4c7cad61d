import { AddressDto, ElectronicAddressDto } from '../../accounts/dto/party.dto.js';
import { Answer, Currency, Flag, Integer, LanguageField, Text } from '../../common/http/fields.js';
import { Metadata } from '../../common/http/metadata.js';
import { type Customer } from '../customer.js';
import { EntryDto } from './entry.dto.js';
import { ExternalId } from './external-id.field.js';
import { RecipientFields } from './recipient.fields.js';
import { EntryListDto } from './list-entries.dto.js';

const name = {
  max: 200,
  multiline: true,
  description: 'Name of the person or business.',
  example: 'Acme Corp',
};
const externalId = {
  optional: true,
  description: 'Your own id of the customer, once in your account.',
};

/** What may be said of a customer beside the name. */
class CustomerFields extends RecipientFields {
  @LanguageField({
    optional: true,
    description: 'Language of this customer’s invoices; left out: the organization’s.',
    example: 'fr',
  })
  language?: string;

  @Currency({
    optional: true,
    description: 'Currency of this customer’s invoices; left out: the organization’s.',
    example: 'EUR',
  })
  currency?: string;

  @Integer({
    min: 0,
    max: 3650,
    optional: true,
    description: 'Days that this customer has to pay; left out: the organization’s.',
    example: 30,
  })
  payment_terms_days?: number;

  @Text({
    max: 5000,
    multiline: true,
    linesMax: 200,
    optional: true,
    description: 'For your own people: never printed, never sent.',
  })
  notes?: string;

  @Metadata({ optional: true, description: 'Your own data, given back and never printed.' })
  metadata?: Record<string, string>;

  @Flag({ optional: true, description: 'Not offered any more; every id still finds it.' })
  archived?: boolean;
}

/** A customer under an external id that stands in the address. */
export class PutCustomerDto extends CustomerFields {
  @Text(name) name: string;
}

export class CreateCustomerDto extends PutCustomerDto {
  @ExternalId(externalId) external_id?: string;
}

/** What is left out stays as it is; null empties a field. */
export class ChangeCustomerDto extends CustomerFields {
  @Text({ ...name, optional: true }) name?: string;
  @ExternalId(externalId) external_id?: string;
}

const optionalText = (description: string) => Answer({ type: ['string', 'null'], description });

export class CustomerDto extends EntryDto {
  @Answer({ type: 'string', enum: ['customer'], description: 'Always "customer".' })
  object: 'customer';
  @Answer({ type: 'string', description: 'Name of the person or business.', example: 'Acme Corp' })
  name: string;
  @optionalText('Where invoices go.') email: string | null;
  @optionalText('Telephone number.') phone: string | null;
  @optionalText('Website.') website: string | null;
  @optionalText('VAT, GST or other tax number.') tax_id: string | null;
  @optionalText('Number in the register of companies.') registration_number: string | null;
  @optionalText('ICD code of that register.') registration_scheme: string | null;
  @optionalText('Person or department to ask.') contact_name: string | null;
  @Answer({
    oneOf: [
      { type: 'array', items: { $ref: '#/components/schemas/ElectronicAddressDto' } },
      { type: 'null' },
    ],
    description: 'Where e-invoices reach the customer.',
  })
  electronic_addresses: ElectronicAddressDto[] | null;
  @optionalText('What the customer wants to be named on invoices.') buyer_reference: string | null;
  @Answer({
    oneOf: [{ $ref: '#/components/schemas/AddressDto' }, { type: 'null' }],
    description: 'Postal address.',
  })
  address: AddressDto | null;
  @optionalText('Language of invoices; null: the organization’s.') language: string | null;
  @optionalText('Currency of invoices; null: the organization’s.') currency: string | null;
  @Answer({ type: ['integer', 'null'], description: 'Days to pay; null: the organization’s.' })
  payment_terms_days: number | null;
  @optionalText('For your own people.') notes: string | null;

  static from({ id, ...customer }: Customer): CustomerDto {
    const { metadata, electronic_addresses: addresses } = customer;
    return {
      id,
      object: 'customer',
      ...customer,
      metadata: { ...metadata },
      electronic_addresses: addresses && [...addresses],
    };
  }
}

export class CustomerListDto extends EntryListDto {
  @Answer({ type: () => CustomerDto, isArray: true, description: 'Customers, newest first.' })
  data: CustomerDto[];
}
