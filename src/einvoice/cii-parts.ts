import {
  type Identifier,
  type LineAdjustment,
  type LineTax,
  type Period,
  type TradeAddress,
  type TradeParty,
} from './model.js';
import { attribute, element, leaf } from './xml.js';

/** A day as YYYYMMDD (UNTDID 2379, 102). */
export function day(name: string, iso: string | undefined, type = 'udt'): string {
  return element(name, leaf(`${type}:DateTimeString`, iso?.replaceAll('-', ''), ' format="102"'));
}

/** A VAT category under the name that it has where it stands. */
export function tradeTax(tag: string, { category, rate }: LineTax): string {
  return element(
    tag,
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:CategoryCode', category),
    leaf('ram:RateApplicablePercent', rate),
  );
}

/** The days that a document or a line is for. */
export function period({ start, end }: Period = {}): string {
  return element(
    'ram:BillingSpecifiedPeriod',
    day('ram:StartDateTime', start),
    day('ram:EndDateTime', end),
  );
}

/** An allowance or a charge; that of a document brings its tax. */
export function adjustment(isCharge: string, made: LineAdjustment, tax = ''): string {
  return element(
    'ram:SpecifiedTradeAllowanceCharge',
    element('ram:ChargeIndicator', leaf('udt:Indicator', isCharge)),
    leaf('ram:CalculationPercent', made.percent),
    leaf('ram:BasisAmount', made.base),
    leaf('ram:ActualAmount', made.amount),
    leaf('ram:ReasonCode', made.reasonCode),
    leaf('ram:Reason', made.reason),
    tax,
  );
}

function identifier(name: string, { value, scheme }: Partial<Identifier> = {}): string {
  return leaf(name, value, attribute('schemeID', scheme));
}

/** The seller or the buyer. */
export function party(tag: string, { contact = {}, ...party_ }: TradeParty): string {
  return element(
    tag,
    leaf('ram:Name', party_.name),
    element('ram:SpecifiedLegalOrganization', identifier('ram:ID', party_.legalRegistration)),
    element(
      'ram:DefinedTradeContact',
      leaf('ram:PersonName', contact.name),
      element('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', contact.phone)),
      element('ram:EmailURIUniversalCommunication', leaf('ram:URIID', contact.email)),
    ),
    address(party_.address),
    element('ram:URIUniversalCommunication', identifier('ram:URIID', party_.electronicAddress)),
    taxRegistration(party_.vatId, 'VA'),
    taxRegistration(party_.taxNumber, 'FC'),
  );
}

function taxRegistration(id: string | undefined, scheme: string): string {
  return element('ram:SpecifiedTaxRegistration', leaf('ram:ID', id, attribute('schemeID', scheme)));
}

/** A postal address. */
export function address(parts: TradeAddress = {}): string {
  return element(
    'ram:PostalTradeAddress',
    leaf('ram:PostcodeCode', parts.postalCode),
    leaf('ram:LineOne', parts.line1),
    leaf('ram:LineTwo', parts.line2),
    leaf('ram:LineThree', parts.line3),
    leaf('ram:CityName', parts.city),
    leaf('ram:CountryID', parts.country),
    leaf('ram:CountrySubDivisionName', parts.region),
  );
}
