import { describe, expect, it } from '@jest/globals';
import { isCreditorReference, isQrIban, isQrReference, qrCheckDigit } from './references.js';

describe('an RF creditor reference', () => {
  it.each(['RF18539007547034', 'RF18 5390 0754 7034', 'rf18539007547034', 'RF712348231'])(
    'is known by its check digits: %s',
    (text) => {
      expect(isCreditorReference(text)).toBe(true);
    },
  );

  it.each(['RF19539007547034', 'RF18', '539007547034', `RF18${'1'.repeat(22)}`, 'RF18 5390 ü', ''])(
    'is not any other text: %s',
    (text) => {
      expect(isCreditorReference(text)).toBe(false);
    },
  );
});

describe('a QR reference', () => {
  it('has 27 digits of which the last one checks the others', () => {
    expect(isQrReference('21 00000 00003 13947 14300 09017')).toBe(true);
    expect(isQrReference('21 00000 00003 13947 14300 09018')).toBe(false);
    expect(isQrReference('10000000003139471430009017')).toBe(false);
    expect(qrCheckDigit('21000000000313947143000901')).toBe('7');
  });

  it('finds every single wrong digit', () => {
    const right = '210000000003139471430009017';
    for (let at = 0; at < right.length; at += 1)
      for (const digit of '0123456789') {
        const changed = right.slice(0, at) + digit + right.slice(at + 1);
        expect(isQrReference(changed)).toBe(changed === right);
      }
  });
});

it.each([
  ['CH4431999123000889012', true],
  ['CH4430000123000889012', true],
  ['LI2130500000123456789', true],
  ['CH5800791123000889012', false],
  ['CH9332000762011623852', false],
  ['DE4431999123000889012', false],
])('a QR-IBAN is one of the institutions 30000 to 31999: %s %s', (iban, expected) => {
  expect(isQrIban(iban)).toBe(expected);
});
