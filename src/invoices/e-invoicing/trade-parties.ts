import { isPeppolAddressScheme } from '../../einvoice/codes/address-schemes.js';
import { isVatPrefix } from '../../einvoice/codes/countries.js';
import { type Profile } from '../../einvoice/formats.js';
import { type Identifier, type TradeAddress, type TradeParty } from '../../einvoice/model.js';
import { type Address as StoredAddress } from '../../accounts/organization.js';
import { type Address, type Party } from '../domain/party.js';

/** An e-mail address as an electronic one (EAS). */
const emailScheme = 'EM';

/**
 * The seller: a tax number that begins like a VAT identifier is one (BT-31), any other is a tax number of its
 * country (BT-32). What is outside the scope of VAT must not name VAT identifiers (EN 16931 BR-O-02).
 */
export function tradeSeller(
  party: Party,
  { profile, namesVat }: { profile: Profile; namesVat: boolean },
): TradeParty {
  const vatId = vatIdOf(party.taxId);
  return {
    ...tradeParty(party, profile),
    vatId: namesVat ? vatId : undefined,
    taxNumber: vatId === undefined ? party.taxId : undefined,
  };
}

/** The buyer, of whom EN 16931 knows no tax number beside the VAT identifier. */
export function tradeBuyer(
  party: Party,
  { profile, namesVat }: { profile: Profile; namesVat: boolean },
): TradeParty {
  return { ...tradeParty(party, profile), vatId: namesVat ? vatIdOf(party.taxId) : undefined };
}

function tradeParty(party: Party, profile: Profile): TradeParty {
  const { name, registrationNumber, registrationScheme, contactName, phone, email } = party;
  const hasContact = contactName !== undefined || phone !== undefined || email !== undefined;
  return {
    name,
    electronicAddress: electronicAddress(party, profile),
    legalRegistration:
      registrationNumber === undefined
        ? undefined
        : { value: registrationNumber, scheme: registrationScheme },
    address: party.address && tradeAddress(party.address),
    contact: hasContact ? { name: contactName, phone, email } : undefined,
  };
}

/** The first address that the profile allows; XRechnung takes the mail address where there is none. */
function electronicAddress(
  { electronicAddresses = [], email }: Party,
  profile: Profile,
): Identifier | undefined {
  const allowed = ({ scheme }: { readonly scheme: string }): boolean =>
    profile !== 'peppol' || isPeppolAddressScheme(scheme);
  const found = electronicAddresses.find(allowed);
  if (found !== undefined) return { value: found.id, scheme: found.scheme };
  if (profile !== 'xrechnung' || email === undefined) return undefined;
  return { value: email, scheme: emailScheme };
}

function tradeAddress({ line1, line2, city, postalCode, region, country }: Address): TradeAddress {
  return { line1, line2, city, postalCode, region, country };
}

/** An address in the names of the API. */
export function wireTradeAddress({
  postal_code: postalCode,
  ...rest
}: StoredAddress): TradeAddress {
  return tradeAddress({ ...rest, ...(postalCode !== undefined && { postalCode }) });
}

/** A VAT identifier without the spaces and points that people put into it; nothing where the text is none. */
function vatIdOf(taxId: string | undefined): string | undefined {
  const compact = taxId?.replaceAll(/[\s.-]/g, '').toUpperCase() ?? '';
  const isVatId = /^[A-Z]{2}[A-Z0-9]*\d[A-Z0-9+*]*$/.test(compact) && compact.length >= 6;
  return isVatId && isVatPrefix(compact.slice(0, 2)) ? compact : undefined;
}
