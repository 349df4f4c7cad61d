import { describe, expect, it } from '@jest/globals';
import { countries } from '../../common/i18n/countries.js';
import { currencyDecimals } from '../../money/currency.js';
import { addressSchemeNames, isAddressScheme, isPeppolAddressScheme } from './address-schemes.js';
import { isInvoiceCountry, isVatPrefix } from './countries.js';
import { isInvoiceCurrency, isPeppolCurrency } from './currencies.js';
import { allExemptionCodes, exemptionCodes, isExemptionCode } from './exemption-codes.js';
import { isIdentifierScheme } from './identifier-schemes.js';
import { isPaymentMeansCode, paymentMeansCodes } from './payment-means.js';
import { isUnitCode, unitCodes } from './unit-codes.js';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = [...letters, '1'].flatMap((first) => letters.map((second) => first + second));
const triples = letters.flatMap((first) => pairs.map((pair) => first + pair));
const numbers = Array.from({ length: 10_000 }, (_, number) => String(number));
const fourDigits = numbers.map((number) => number.padStart(4, '0'));

describe('the lists of EN 16931 1.3.16', () => {
  it('have 2162 units, 407 of them packagings, none twice', () => {
    expect(unitCodes).toHaveLength(2162);
    expect(unitCodes.filter((code) => code.startsWith('X'))).toHaveLength(407);
    expect(['HUR', 'C62', 'XPK', 'hur', 'ST', '', ' '].map(isUnitCode)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
  });

  it('have 104 schemes of addresses, of which Peppol takes 92', () => {
    const codes = Object.keys(addressSchemeNames);
    expect(codes.filter(isAddressScheme)).toHaveLength(104);
    expect(codes.filter(isPeppolAddressScheme)).toHaveLength(92);
    expect(new Set(Object.values(addressSchemeNames)).size).toBe(104);
    expect([isAddressScheme('EM'), isPeppolAddressScheme('EM')]).toEqual([true, false]);
    expect(['9906', '9907', 'toString', ''].filter(isAddressScheme)).toEqual([]);
  });

  it('have 243 schemes of identifiers', () => {
    expect(fourDigits.filter(isIdentifierScheme)).toHaveLength(243);
    expect(['0001', '0092', '0249', '88', '9930', 'EM'].filter(isIdentifierScheme)).toEqual([]);
  });

  it('have 84 means of payment', () => {
    expect([...numbers, ...fourDigits, 'ZZZ'].filter(isPaymentMeansCode)).toHaveLength(84);
    expect(['0', '01', '71', '73', '79', '90', '99', 'zzz'].filter(isPaymentMeansCode)).toEqual([]);
    expect(Object.values(paymentMeansCodes).every(isPaymentMeansCode)).toBe(true);
  });

  it('have 88 reasons for exemption, those of a category among them', () => {
    expect(allExemptionCodes).toHaveLength(88);
    expect(Object.values(exemptionCodes).every(isExemptionCode)).toBe(true);
    expect(['VATEX-EU-135-1', 'VATEX-FR-FRANCHISE'].every(isExemptionCode)).toBe(true);
    expect(['', 'VATEX-EU-S', 'vatex-eu-ae'].filter(isExemptionCode)).toEqual([]);
  });

  it('have 251 countries in each form, which differ in one', () => {
    expect(pairs.filter((code) => isInvoiceCountry(code, 'ubl'))).toHaveLength(251);
    expect(pairs.filter((code) => isInvoiceCountry(code, 'cii'))).toHaveLength(251);
    expect(pairs.filter((code) => isInvoiceCountry(code))).toHaveLength(250);
  });

  it('have 252 beginnings of a VAT identifier, EL and GR among them', () => {
    expect(pairs.filter((code) => isVatPrefix(code, 'ubl'))).toHaveLength(252);
    expect(['EL', 'GR', 'XI', 'DE', '1A'].every((prefix) => isVatPrefix(prefix))).toBe(true);
    expect(['XK', 'UK', 'EU', 'de', ''].filter((prefix) => isVatPrefix(prefix))).toEqual([]);
  });
});

describe('what Finvo has and the lists have not', () => {
  it('is a country or two', () => {
    const missing = (syntax?: 'ubl' | 'cii') =>
      [...countries].filter((code) => !isInvoiceCountry(code, syntax));
    expect(missing('ubl')).toEqual(['XK']);
    expect(missing('cii')).toEqual(['SS', 'XK']);
    expect(missing()).toEqual(['SS', 'XK']);
  });

  it('is a currency or two, and some more at Peppol', () => {
    const known = triples.filter((code) => currencyDecimals(code) !== undefined);
    expect(known.filter((code) => !isInvoiceCurrency(code))).toEqual(['STN', 'XAD']);
    expect(known.filter((code) => !isPeppolCurrency(code))).toEqual(
      'MRU STN UYW XAD XCG'.split(' '),
    );
    expect(['XAU', 'eur', ''].filter(isInvoiceCurrency)).toEqual([]);
  });
});
