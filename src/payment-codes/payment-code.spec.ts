import { describe, expect, it } from '@jest/globals';
import { paymentCode, suitableKind } from './payment-code.js';
import { isPaymentLink } from './payment-link.js';
import { type PaymentCodeKind, type PaymentRequest } from './payment-request.js';

const german = {
  amountMinor: 178_500n,
  currency: 'EUR',
  iban: 'DE89 3704 0044 0532 0130 00',
  creditor: { name: 'Example Ltd' },
  debtor: { name: 'Acme Corp' },
  number: 'INV-1',
} satisfies PaymentRequest;

const zurich = { line1: 'Hafenstrasse 12a', postalCode: '8000', city: 'Zürich', country: 'CH' };
const swiss = {
  ...german,
  currency: 'CHF',
  iban: 'CH58 0079 1123 0008 8901 2',
  creditor: { name: 'Example AG', address: zurich },
  debtor: { name: 'Pia Rüegg', address: { postalCode: '3000', city: 'Bern', country: 'CH' } },
} satisfies PaymentRequest;
const qrIban = 'CH44 3199 9123 0008 8901 2';
const qrReference = '21 00000 00003 13947 14300 09017';

/** The lines of a code that can be made. */
function linesOf(kind: PaymentCodeKind, request: PaymentRequest): string[] {
  const code = paymentCode(kind, request);
  if (!code.ok) throw new Error(code.fault.message);
  return code.value.payload.split('\n');
}

/** Where the fault is of a code that cannot be made. */
function faultOf(kind: PaymentCodeKind, request: PaymentRequest): string {
  const code = paymentCode(kind, request);
  return code.ok ? 'none' : code.fault.at;
}

describe('an EPC code', () => {
  it('says who gets how much, with the number of the invoice as its message', () => {
    expect(linesOf('epc', { ...german, bic: 'cobadeffxxx' })).toEqual([
      ...['BCD', '002', '1', 'SCT', 'COBADEFFXXX', 'Example Ltd', 'DE89370400440532013000'],
      ...['EUR1785.00', '', '', 'INV-1'],
    ]);
  });

  it('gives an RF reference as one, and never a message beside it', () => {
    const lines = linesOf('epc', { ...german, reference: 'RF18 5390 0754 7034' });
    expect(lines.slice(8)).toEqual(['', 'RF18539007547034']);
  });

  it('gives any other reference as the message', () => {
    expect(linesOf('epc', { ...german, reference: 'Order 7' }).slice(9)).toEqual(['', 'Order 7']);
  });

  it('names the holder of the account rather than the organization, on one line', () => {
    expect(linesOf('epc', { ...german, accountName: 'Jo Doe' })[5]).toBe('Jo Doe');
    expect(linesOf('epc', { ...german, creditor: { name: 'Example\n Ltd' } })[5]).toBe(
      'Example Ltd',
    );
  });

  it.each([
    [1n, 'EUR0.01'],
    [99_999_999_999n, 'EUR999999999.99'],
  ])('holds %s cents', (amountMinor, expected) => {
    expect(linesOf('epc', { ...german, amountMinor })[7]).toBe(expected);
  });

  it.each<[string, Partial<PaymentRequest>, string]>([
    ['nothing to pay', { amountMinor: 0n }, 'code'],
    ['money to be given back', { amountMinor: -1n }, 'code'],
    ['more than a billion', { amountMinor: 100_000_000_000n }, 'code'],
    ['another currency', { currency: 'USD' }, 'code'],
    ['no account', { iban: undefined }, 'iban'],
    ['an account outside SEPA', { iban: 'SA0380000000608010167519' }, 'iban'],
    ['no BIC outside the EEA', { iban: 'GB29NWBK60161331926819' }, 'bic'],
    ['a name of 71 characters', { creditor: { name: 'a'.repeat(71) } }, 'account_name'],
    ['332 bytes', { accountName: 'ж'.repeat(70), reference: 'ж'.repeat(70) }, 'code'],
  ])('cannot be made of %s', (_, changes, at) => {
    expect(faultOf('epc', { ...german, ...changes })).toBe(at);
  });

  it('has at most 331 bytes', () => {
    const request = { ...german, accountName: 'ж'.repeat(70) };
    const fixed = new TextEncoder().encode(
      linesOf('epc', { ...request, reference: '' }).join('\n'),
    );
    const rest = 331 - fixed.length;
    expect(faultOf('epc', { ...request, reference: 'a'.repeat(rest) })).toBe('none');
    expect(faultOf('epc', { ...request, reference: 'a'.repeat(rest + 1) })).toBe('code');
  });

  it('can be made for an account in Britain with its BIC', () => {
    const lines = linesOf('epc', { ...german, iban: 'GB29NWBK60161331926819', bic: 'NWBKGB2L' });
    expect(lines[4]).toBe('NWBKGB2L');
  });
});

describe('a QR-bill', () => {
  it('has its 31 elements in their order, the amount with a point', () => {
    expect(linesOf('swiss_qr', swiss)).toEqual([
      ...['SPC', '0200', '1', 'CH5800791123000889012'],
      ...['S', 'Example AG', 'Hafenstrasse', '12a', '8000', 'Zürich', 'CH'],
      ...['', '', '', '', '', '', ''],
      ...['1785.00', 'CHF'],
      ...['S', 'Pia Rüegg', '', '', '3000', 'Bern', 'CH'],
      ...['NON', '', 'INV-1', 'EPD'],
    ]);
  });

  it.each([
    ['QRR', qrIban, qrReference, '210000000003139471430009017', 'INV-1'],
    ['SCOR', swiss.iban, 'RF18 5390 0754 7034', 'RF18539007547034', 'INV-1'],
    ['NON', swiss.iban, 'Order 7', '', 'Order 7'],
  ])('has a reference of the type %s', (type, iban, reference, ...expected) => {
    const lines = linesOf('swiss_qr', { ...swiss, iban, reference });
    expect(lines.slice(27)).toEqual([type, ...expected, 'EPD']);
  });

  it('leaves the payer open where the address is not complete', () => {
    const lines = linesOf('swiss_qr', { ...swiss, debtor: { name: 'Acme Corp' } });
    expect(lines.slice(20, 27).join('')).toBe('');
  });

  it('keeps a number in front of its street', () => {
    const address = { ...zurich, line1: '12 rue du Port' };
    const lines = linesOf('swiss_qr', { ...swiss, creditor: { name: 'Example', address } });
    expect(lines.slice(6, 8)).toEqual(['12 rue du Port', '']);
  });

  it.each<[string, Partial<PaymentRequest>, string]>([
    ['nothing to pay', { amountMinor: 0n }, 'code'],
    ['more than a billion', { amountMinor: 100_000_000_000n }, 'code'],
    ['dollars', { currency: 'USD' }, 'code'],
    ['no account', { iban: undefined }, 'iban'],
    ['a German account', { iban: german.iban }, 'iban'],
    ['a QR-IBAN without a reference', { iban: qrIban }, 'reference'],
    [
      'a QR-IBAN with an RF reference',
      { iban: qrIban, reference: 'RF18539007547034' },
      'reference',
    ],
    ['a QR reference without a QR-IBAN', { reference: qrReference }, 'reference'],
    ['a reference in other letters', { reference: 'Заказ' }, 'reference'],
    ['a creditor without address', { creditor: { name: 'Example' } }, 'code'],
    [
      'a city of 36 letters',
      { creditor: { name: 'Example', address: { ...zurich, city: 'a'.repeat(36) } } },
      'code',
    ],
    ['a name in other letters', { accountName: '株式会社' }, 'account_name'],
    ['a name of 71 letters', { accountName: 'a'.repeat(71) }, 'account_name'],
  ])('cannot be made of %s', (_, changes, at) => {
    expect(faultOf('swiss_qr', { ...swiss, ...changes })).toBe(at);
  });

  it('stays within 997 characters with the longest of everything', () => {
    const address = { line1: 'a'.repeat(70), postalCode: '9'.repeat(16), city: 'ü'.repeat(35) };
    const party = { name: 'é'.repeat(70), address: { ...address, country: 'LI' } };
    const request = { ...swiss, creditor: party, debtor: party, reference: 'x'.repeat(140) };
    expect(linesOf('swiss_qr', request).join('\n').length).toBeLessThanOrEqual(997);
  });
});

describe('a link', () => {
  it('is filled with number, amount and currency, escaped', () => {
    const link = 'https://pay.example.com/{number}?amount={amount}&currency={currency}';
    expect(linesOf('link', { ...german, number: 'A/1 ü', link })).toEqual([
      'https://pay.example.com/A%2F1%20%C3%BC?amount=1785.00&currency=EUR',
    ]);
  });

  it('cannot be made of none, or of one that gets too long', () => {
    expect(faultOf('link', german)).toBe('link');
    const link = `https://pay.example.com/${'{number}'.repeat(20)}`;
    expect(faultOf('link', { ...german, number: 'ü'.repeat(40), link })).toBe('link');
  });

  it.each([
    ['https://pay.example.com', true],
    ['https://pay.example.com/{number}/{amount}/{currency}', true],
    ['http://pay.example.com', false],
    ['javascript:alert(1)', false],
    ['https://', false],
    ['https://pay.example.com/{invoice}', false],
    ['https://pay.example.com/{number', false],
    ['https://pay.example.com/a b', false],
  ])('may be %s: %s', (link, expected) => {
    expect(isPaymentLink(link)).toBe(expected);
  });
});

describe('the code that suits', () => {
  const link = 'https://pay.example.com/{number}';

  it.each<[string, PaymentRequest, PaymentCodeKind | undefined]>([
    ['a QR-bill for francs to a Swiss account', swiss, 'swiss_qr'],
    ['an EPC code for euros to a German account', { ...german, link }, 'epc'],
    ['a link where neither can be', { ...german, currency: 'USD', link }, 'link'],
    ['none where there is no link either', { ...german, currency: 'USD' }, undefined],
    ['none where nothing is to be paid', { ...german, amountMinor: 0n, link }, undefined],
  ])('is %s', (_, request, kind) => {
    expect(suitableKind(request)).toBe(kind);
  });
});
