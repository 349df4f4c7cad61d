import {
  type Identifier,
  type LineAdjustment,
  type LineTax,
  type Period,
  type TradeAddress,
  type TradeParty,
} from '../model.js';
import { attributeOf, childrenOf, descendant, present, textOf } from './xml-query.js';
import { type XmlElement } from './xml-tree.js';

const data = 'urn:un:unece:uncefact:data:standard';
const ram = `${data}:ReusableAggregateBusinessInformationEntity:100`;
/** The namespaces in which dates and booleans have their value. */
const valueNamespaces = [`${data}:UnqualifiedDataType:100`, `${data}:QualifiedDataType:100`];

/** UNTDID 2379: YYYYMMDD, the one format of a day that EN 16931 knows in this syntax. */
const dayFormat = '102';
const dayDigits = /^(\d{4})(\d{2})(\d{2})$/;

/** The namespace of a root that is a CII D16B document. */
export const ciiRoot = `${data}:CrossIndustryInvoice:100`;

/** The element at the end of a path of aggregates. */
export function part(from: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return descendant(from, ram, path);
}

/** All children of a name. */
export function parts(from: XmlElement | undefined, name: string): XmlElement[] {
  return childrenOf(from, ram, name);
}

/** The text at the end of a path. */
export function value(from: XmlElement | undefined, ...path: string[]): string | undefined {
  return textOf(part(from, ...path));
}

/** The value of a date or a boolean, which stands in an element of its own. */
function inner(from: XmlElement | undefined, name: string): XmlElement | undefined {
  return valueNamespaces.flatMap((namespace) => childrenOf(from, namespace, name))[0];
}

/** A day in ISO 8601; what is no day in the format 102 stays as it is written. */
export function day(from: XmlElement | undefined): string | undefined {
  const written = inner(from, 'DateTimeString') ?? inner(from, 'DateString');
  const text = textOf(written);
  const format = attributeOf(written, 'format') ?? dayFormat;
  return format === dayFormat ? text?.replace(dayDigits, '$1-$2-$3') : text;
}

/** The category and the rate of a tax element. */
export function lineTax(from: XmlElement | undefined): LineTax {
  return { category: value(from, 'CategoryCode'), rate: value(from, 'RateApplicablePercent') };
}

/** The days that a document or a line is for. */
export function period(from: XmlElement | undefined): Period | undefined {
  const group = part(from, 'BillingSpecifiedPeriod');
  return present({
    start: day(part(group, 'StartDateTime')),
    end: day(part(group, 'EndDateTime')),
  });
}

/** The allowances and the charges among the children of an element. */
export function adjustments(from: XmlElement | undefined): {
  readonly allowances: readonly XmlElement[];
  readonly charges: readonly XmlElement[];
} {
  const all = parts(from, 'SpecifiedTradeAllowanceCharge');
  const isCharge = (each: XmlElement): boolean =>
    ['true', '1'].includes(textOf(inner(part(each, 'ChargeIndicator'), 'Indicator')) ?? '');
  return { allowances: all.filter((each) => !isCharge(each)), charges: all.filter(isCharge) };
}

/** An allowance or a charge without its tax. */
export function adjustment(from: XmlElement): LineAdjustment {
  return {
    amount: value(from, 'ActualAmount'),
    base: value(from, 'BasisAmount'),
    percent: value(from, 'CalculationPercent'),
    reason: value(from, 'Reason'),
    reasonCode: value(from, 'ReasonCode'),
  };
}

function identifier(from: XmlElement | undefined): Identifier | undefined {
  const text = textOf(from);
  return text === undefined ? undefined : { value: text, scheme: attributeOf(from, 'schemeID') };
}

/** The seller or the buyer. */
export function party(from: XmlElement | undefined): TradeParty {
  const contact = part(from, 'DefinedTradeContact');
  return {
    name: value(from, 'Name'),
    electronicAddress: identifier(part(from, 'URIUniversalCommunication', 'URIID')),
    legalRegistration: identifier(part(from, 'SpecifiedLegalOrganization', 'ID')),
    vatId: taxRegistration(from, 'VA'),
    taxNumber: taxRegistration(from, 'FC'),
    address: address(from),
    contact: present({
      name: value(contact, 'PersonName') ?? value(contact, 'DepartmentName'),
      phone: value(contact, 'TelephoneUniversalCommunication', 'CompleteNumber'),
      email: value(contact, 'EmailURIUniversalCommunication', 'URIID'),
    }),
  };
}

function taxRegistration(from: XmlElement | undefined, scheme: string): string | undefined {
  const ids = parts(from, 'SpecifiedTaxRegistration').map((each) => part(each, 'ID'));
  return textOf(ids.find((id) => attributeOf(id, 'schemeID') === scheme));
}

/** The postal address of a party. */
export function address(from: XmlElement | undefined): TradeAddress | undefined {
  const group = part(from, 'PostalTradeAddress');
  return present({
    line1: value(group, 'LineOne'),
    line2: value(group, 'LineTwo'),
    line3: value(group, 'LineThree'),
    city: value(group, 'CityName'),
    postalCode: value(group, 'PostcodeCode'),
    region: value(group, 'CountrySubDivisionName'),
    country: value(group, 'CountryID'),
  });
}
