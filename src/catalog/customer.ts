import { type AddressDto } from '../accounts/dto/party.dto.js';
import { type ElectronicAddress } from '../accounts/organization.js';
import { present } from '../common/present.js';
import { type CatalogEntry, type ChangesOf, said, type ValuesOf } from './catalog-entry.js';

/** Whom an account sends invoices to. */
export interface Customer extends CatalogEntry {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly tax_id: string | null;
  readonly registration_number: string | null;
  /** ICD code (ISO 6523). */
  readonly registration_scheme: string | null;
  readonly contact_name: string | null;
  readonly electronic_addresses: readonly ElectronicAddress[] | null;
  readonly buyer_reference: string | null;
  readonly address: AddressDto | null;
  /** Defaults of this customer's invoices; null: the organization's. */
  readonly language: string | null;
  readonly currency: string | null;
  readonly payment_terms_days: number | null;
  /** For the account's own people, never printed. */
  readonly notes: string | null;
}

export const blankCustomer: ValuesOf<Customer> = {
  external_id: null,
  archived: false,
  metadata: {},
  name: '',
  email: null,
  phone: null,
  website: null,
  tax_id: null,
  registration_number: null,
  registration_scheme: null,
  contact_name: null,
  electronic_addresses: null,
  buyer_reference: null,
  address: null,
  language: null,
  currency: null,
  payment_terms_days: null,
  notes: null,
};

/** The fields of a customer as requests have them; null empties one. */
export type CustomerInput = {
  readonly [Name in keyof ValuesOf<Customer>]?: ValuesOf<Customer>[Name] | null | undefined;
};

/** What a checked request changes in a customer: what it does not say stays. */
export function customerChanges(input: CustomerInput): ChangesOf<Customer> {
  const { name, archived, metadata, address, electronic_addresses: addresses, ...others } = input;
  return said({
    ...others,
    name: name ?? undefined,
    archived: archived ?? undefined,
    metadata: metadata === null ? {} : metadata,
    address: address && addressOf(address),
    electronic_addresses: addresses && electronicAddressesOf(addresses),
  });
}

/** In one order, so that equal addresses are equal texts; null where nothing is said. */
function addressOf(address: AddressDto): AddressDto | null {
  const { line1, line2, city, postal_code, region, country } = address;
  const parts = present({ line1, line2, city, postal_code, region, country });
  return Object.keys(parts).length > 0 ? parts : null;
}

/** The same for the list of electronic addresses; an empty one is none. */
function electronicAddressesOf(list: readonly ElectronicAddress[]): ElectronicAddress[] | null {
  return list.length > 0 ? list.map(({ scheme, id }) => ({ scheme, id })) : null;
}

/** What the search of the list looks at. */
export function customerText(customer: ValuesOf<Customer>): string {
  const { name, email, external_id: externalId, tax_id: taxId } = customer;
  return [name, email, externalId, taxId].filter((text) => text !== null).join('\n');
}
