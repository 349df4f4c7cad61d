import { type PartyFields } from '../accounts/dto/party.dto.js';
import { type RecipientFields } from '../catalog/dto/recipient.fields.js';
import { present } from '../common/present.js';
import { type Party } from './domain/party.js';

/** The wire names of a party; null and undefined both mean that a part is not there. */
type WireParty = {
  readonly [Name in keyof RecipientFields]?: WireField<Name> | null;
};

type WireField<Name extends keyof RecipientFields> = Name extends 'address'
  ? object
  : Name extends 'electronic_addresses'
    ? readonly { readonly scheme: string; readonly id: string }[]
    : string;

type WireAddress = NonNullable<PartyFields['address']>;

/** A party from the fields of a request or of the organization profile. */
export function partyOf(name: string, fields: WireParty): Party {
  const { line1, line2, city, postal_code, region, country } = (fields.address ??
    {}) as WireAddress;
  const address = present({ line1, line2, city, postalCode: postal_code, region, country });
  const electronicAddresses = fields.electronic_addresses?.map(({ scheme, id }) => ({
    scheme,
    id,
  }));
  return {
    name,
    ...present({
      email: fields.email,
      phone: fields.phone,
      website: fields.website,
      taxId: fields.tax_id,
      registrationNumber: fields.registration_number,
      registrationScheme: fields.registration_scheme,
      contactName: fields.contact_name,
      buyerReference: fields.buyer_reference,
    }),
    ...(electronicAddresses && electronicAddresses.length > 0 && { electronicAddresses }),
    ...(Object.keys(address).length > 0 && { address }),
  };
}

/** A party in the names of the wire. */
export function wireParty(party: Party): RecipientFields & { name: string } {
  const { name, address, electronicAddresses, email, phone, website } = party;
  const fields = present({
    email,
    phone,
    website,
    tax_id: party.taxId,
    registration_number: party.registrationNumber,
    registration_scheme: party.registrationScheme,
    contact_name: party.contactName,
    electronic_addresses: electronicAddresses && [...electronicAddresses],
    buyer_reference: party.buyerReference,
  });
  if (address === undefined) return { name, ...fields };
  const { postalCode, ...rest } = address;
  return { name, ...fields, address: { ...rest, ...present({ postal_code: postalCode }) } };
}
