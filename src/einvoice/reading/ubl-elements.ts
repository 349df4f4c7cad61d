import {
  type Contact,
  type Identifier,
  type LineAdjustment,
  type LineTax,
  type Period,
  type TradeAddress,
  type TradeParty,
} from '../model.js';
import { attributeOf, childrenOf, descendant, present, textOf } from './xml-query.js';
import { type XmlElement } from './xml-tree.js';

const schema = 'urn:oasis:names:specification:ubl:schema:xsd';
const cac = `${schema}:CommonAggregateComponents-2`;
const cbc = `${schema}:CommonBasicComponents-2`;

/** The namespaces of a root that is a document of UBL 2. */
export const ublRoots = { Invoice: `${schema}:Invoice-2`, CreditNote: `${schema}:CreditNote-2` };

/** The element at the end of a path of aggregates. */
export function part(from: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return descendant(from, cac, path);
}

/** All aggregates of a name. */
export function parts(from: XmlElement | undefined, name: string): XmlElement[] {
  return childrenOf(from, cac, name);
}

/** All basic components of a name. */
export function leaves(from: XmlElement | undefined, name: string): XmlElement[] {
  return childrenOf(from, cbc, name);
}

/** The basic component at the end of a path of aggregates. */
export function leaf(from: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return leaves(part(from, ...path.slice(0, -1)), path.at(-1) ?? '')[0];
}

/** Its text. */
export function value(from: XmlElement | undefined, ...path: string[]): string | undefined {
  return textOf(leaf(from, ...path));
}

/** The category and the rate of a tax category. */
export function lineTax(from: XmlElement | undefined): LineTax {
  return { category: value(from, 'ID'), rate: value(from, 'Percent') };
}

/** The days that a document or a line is for. */
export function period(from: XmlElement | undefined): Period | undefined {
  return present({
    start: value(from, 'InvoicePeriod', 'StartDate'),
    end: value(from, 'InvoicePeriod', 'EndDate'),
  });
}

/** The allowances and the charges among the children of an element. */
export function adjustments(from: XmlElement | undefined): {
  readonly allowances: readonly XmlElement[];
  readonly charges: readonly XmlElement[];
} {
  const all = parts(from, 'AllowanceCharge');
  const isCharge = (each: XmlElement): boolean =>
    ['true', '1'].includes(value(each, 'ChargeIndicator') ?? '');
  return { allowances: all.filter((each) => !isCharge(each)), charges: all.filter(isCharge) };
}

/** An allowance or a charge without its tax. */
export function adjustment(from: XmlElement): LineAdjustment {
  return {
    amount: value(from, 'Amount'),
    base: value(from, 'BaseAmount'),
    percent: value(from, 'MultiplierFactorNumeric'),
    reason: value(from, 'AllowanceChargeReason'),
    reasonCode: value(from, 'AllowanceChargeReasonCode'),
  };
}

function identifier(from: XmlElement | undefined): Identifier | undefined {
  const text = textOf(from);
  return text === undefined ? undefined : { value: text, scheme: attributeOf(from, 'schemeID') };
}

/** The seller or the buyer. */
export function party(from: XmlElement | undefined): TradeParty {
  const schemes = parts(from, 'PartyTaxScheme');
  const isVat = (each: XmlElement): boolean => value(each, 'TaxScheme', 'ID') === 'VAT';
  return {
    name: value(from, 'PartyLegalEntity', 'RegistrationName') ?? value(from, 'PartyName', 'Name'),
    electronicAddress: identifier(leaf(from, 'EndpointID')),
    legalRegistration: identifier(leaf(from, 'PartyLegalEntity', 'CompanyID')),
    vatId: value(schemes.find(isVat), 'CompanyID'),
    taxNumber: value(
      schemes.find((each) => !isVat(each)),
      'CompanyID',
    ),
    address: address(part(from, 'PostalAddress')),
    contact: contact(part(from, 'Contact')),
  };
}

function contact(from: XmlElement | undefined): Contact | undefined {
  return present({
    name: value(from, 'Name'),
    phone: value(from, 'Telephone'),
    email: value(from, 'ElectronicMail'),
  });
}

/** A postal address. */
export function address(from: XmlElement | undefined): TradeAddress | undefined {
  return present({
    line1: value(from, 'StreetName'),
    line2: value(from, 'AdditionalStreetName'),
    line3: value(from, 'AddressLine', 'Line'),
    city: value(from, 'CityName'),
    postalCode: value(from, 'PostalZone'),
    region: value(from, 'CountrySubentity'),
    country: value(from, 'Country', 'IdentificationCode'),
  });
}
