import {
  type Contact,
  type Identifier,
  type LineAdjustment,
  type LineTax,
  type Period,
  type TradeAddress,
  type TradeParty,
} from './model.js';
import { attribute, element, leaf } from './xml.js';

/** Money of the currency. */
export function amount(name: string, value: string | undefined, currency: string): string {
  return leaf(name, value, attribute('currencyID', currency));
}

/** The days that a document or a line is for. */
export function period({ start, end }: Period = {}): string {
  return element('cac:InvoicePeriod', leaf('cbc:StartDate', start), leaf('cbc:EndDate', end));
}

function identifier(name: string, { value, scheme }: Partial<Identifier> = {}): string {
  return leaf(name, value, attribute('schemeID', scheme));
}

/** The seller or the buyer; a creditor identifier belongs to a seller who debits. */
export function party(party_: TradeParty, creditorId?: string): string {
  const { name, vatId, taxNumber, legalRegistration, contact } = party_;
  return element(
    'cac:Party',
    identifier('cbc:EndpointID', party_.electronicAddress),
    element('cac:PartyIdentification', leaf('cbc:ID', creditorId, ' schemeID="SEPA"')),
    address('cac:PostalAddress', party_.address),
    taxRegistration(vatId, 'VAT'),
    taxRegistration(taxNumber, 'FC'),
    element(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', name),
      identifier('cbc:CompanyID', legalRegistration),
    ),
    contactOf(contact),
  );
}

function taxRegistration(id: string | undefined, scheme: string): string {
  if (id === undefined) return '';
  return element('cac:PartyTaxScheme', leaf('cbc:CompanyID', id), taxScheme(scheme));
}

function taxScheme(id: string): string {
  return element('cac:TaxScheme', leaf('cbc:ID', id));
}

function contactOf({ name, phone, email }: Contact = {}): string {
  return element(
    'cac:Contact',
    leaf('cbc:Name', name),
    leaf('cbc:Telephone', phone),
    leaf('cbc:ElectronicMail', email),
  );
}

/** A postal address under the name that it has where it stands. */
export function address(tag: string, parts: TradeAddress = {}): string {
  return element(
    tag,
    leaf('cbc:StreetName', parts.line1),
    leaf('cbc:AdditionalStreetName', parts.line2),
    leaf('cbc:CityName', parts.city),
    leaf('cbc:PostalZone', parts.postalCode),
    leaf('cbc:CountrySubentity', parts.region),
    element('cac:AddressLine', leaf('cbc:Line', parts.line3)),
    element('cac:Country', leaf('cbc:IdentificationCode', parts.country)),
  );
}

/** An allowance or a charge; that of a document brings its tax. */
export function adjustment(
  isCharge: string,
  made: LineAdjustment,
  currency: string,
  tax = '',
): string {
  return element(
    'cac:AllowanceCharge',
    leaf('cbc:ChargeIndicator', isCharge),
    leaf('cbc:AllowanceChargeReasonCode', made.reasonCode),
    leaf('cbc:AllowanceChargeReason', made.reason),
    leaf('cbc:MultiplierFactorNumeric', made.percent),
    amount('cbc:Amount', made.amount, currency),
    amount('cbc:BaseAmount', made.base, currency),
    tax,
  );
}

/** A VAT category, with the reasons that a breakdown gives. */
export function taxCategory(tag: string, { category, rate }: LineTax, reasons = ''): string {
  return element(
    tag,
    leaf('cbc:ID', category),
    leaf('cbc:Percent', rate),
    reasons,
    taxScheme('VAT'),
  );
}
