import { type PartyFields } from '../accounts/dto/party.dto.js';
import { present } from '../common/present.js';
import { type Party } from './domain/party.js';

/** The wire names of a party; null and undefined both mean that a part is not there. */
type WireParty = {
  readonly [Name in keyof PartyFields]?: Name extends 'address' ? object | null : string | null;
};

type WireAddress = NonNullable<PartyFields['address']>;

/** A party from the fields of a request or of the organization profile. */
export function partyOf(name: string, fields: WireParty): Party {
  const { line1, line2, city, postal_code, region, country } = (fields.address ??
    {}) as WireAddress;
  const address = present({ line1, line2, city, postalCode: postal_code, region, country });
  return {
    name,
    ...present({
      email: fields.email,
      phone: fields.phone,
      website: fields.website,
      taxId: fields.tax_id,
      registrationNumber: fields.registration_number,
    }),
    ...(Object.keys(address).length > 0 && { address }),
  };
}

/** A party in the names of the wire. */
export function wireParty(party: Party): PartyFields & { name: string } {
  const { name, taxId, registrationNumber, address, email, phone, website } = party;
  const fields = present({
    email,
    phone,
    website,
    tax_id: taxId,
    registration_number: registrationNumber,
  });
  if (address === undefined) return { name, ...fields };
  const { postalCode, ...rest } = address;
  return { name, ...fields, address: { ...rest, ...present({ postal_code: postalCode }) } };
}
