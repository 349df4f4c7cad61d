import { isAddressScheme } from '../codes/address-schemes.js';
import { isInvoiceCountry, isVatPrefix } from '../codes/countries.js';
import { isIdentifierScheme } from '../codes/identifier-schemes.js';
import { type EInvoice, type TradeParty } from '../model.js';
import { type Finding, isSaid, unless } from './finding.js';

interface Side {
  readonly pointer: '/organization' | '/recipient';
  readonly name: string;
  readonly nameRule: string;
  readonly addressRule: string;
  readonly countryRule: string;
  readonly schemeRule: string;
}

const sellerSide: Side = {
  pointer: '/organization',
  name: 'seller',
  nameRule: 'BR-06',
  addressRule: 'BR-08',
  countryRule: 'BR-09',
  schemeRule: 'BR-62',
};
const buyerSide: Side = {
  pointer: '/recipient',
  name: 'buyer',
  nameRule: 'BR-07',
  addressRule: 'BR-10',
  countryRule: 'BR-11',
  schemeRule: 'BR-63',
};

/** What EN 16931 wants of the seller and the buyer. */
export function partyFindings({ seller, buyer, payment, delivery }: EInvoice): Finding[] {
  const hasCreditorId = isSaid(payment?.directDebit?.creditorId);
  const isKnown = [seller.vatId, seller.legalRegistration?.value].some(isSaid);
  return [
    ...sideFindings(seller, sellerSide),
    ...sideFindings(buyer, buyerSide),
    ...unless(isKnown, {
      rule: 'BR-CO-26',
      pointer: '/organization/registration_number',
      message: 'The seller has neither a VAT identifier nor a registration number.',
      hint: `Add tax_id with its country, such as "DE123456789", or registration_number to the organization.${hasCreditorId ? ' A creditor identifier alone is not enough.' : ''}`,
    }),
    ...unless(delivery?.address === undefined || isSaid(delivery.address.country), {
      rule: 'BR-57',
      pointer: '/delivery/address/country',
      message: 'The address of delivery has no country.',
    }),
  ];
}

function sideFindings(party: TradeParty, side: Side): Finding[] {
  const { address, vatId } = party;
  const countryAt = `${side.pointer}/address/country`;
  return [
    ...unless(isSaid(party.name), {
      rule: side.nameRule,
      pointer: `${side.pointer}/name`,
      message: `The ${side.name} has no name.`,
    }),
    ...unless(isSaid(address?.country), {
      rule: address === undefined ? side.addressRule : side.countryRule,
      pointer: countryAt,
      message: `The address of the ${side.name} needs its country.`,
      hint: 'Add it as two capital letters (ISO 3166-1), such as "DE".',
    }),
    ...unless(!isSaid(address?.country) || isInvoiceCountry(address.country), {
      rule: 'BR-CL-14',
      pointer: countryAt,
      message: `${address?.country ?? ''} is not in the list of countries of EN 16931.`,
    }),
    ...unless(!isSaid(vatId) || isVatPrefix(vatId.slice(0, 2)), {
      rule: 'BR-CO-09',
      pointer: `${side.pointer}/tax_id`,
      message: `The VAT identifier of the ${side.name} does not begin with a country.`,
    }),
    ...identifierFindings(party, side),
  ];
}

function identifierFindings(
  { electronicAddress, legalRegistration }: TradeParty,
  { pointer, schemeRule }: Side,
): Finding[] {
  const address = electronicAddress?.scheme;
  const register = legalRegistration?.scheme;
  return [
    ...unless(electronicAddress === undefined || isSaid(address), {
      rule: schemeRule,
      pointer: `${pointer}/electronic_addresses/0/scheme`,
      message: 'The electronic address does not say of which kind it is.',
    }),
    ...unless(address === undefined || isAddressScheme(address), {
      rule: 'BR-CL-25',
      pointer: `${pointer}/electronic_addresses/0/scheme`,
      message: `${address ?? ''} is not a code of the EAS list.`,
    }),
    ...unless(register === undefined || isIdentifierScheme(register), {
      rule: 'BR-CL-11',
      pointer: `${pointer}/registration_scheme`,
      message: `${register ?? ''} is not a code of the ICD list (ISO 6523).`,
    }),
  ];
}
