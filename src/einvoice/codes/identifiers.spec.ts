import { describe, expect, it } from '@jest/globals';
import { identifierFault, isGln, isLeitwegId, looksLikeLeitwegId } from './identifiers.js';

describe('the fault of an identifier', () => {
  const sound: readonly (readonly [scheme: string, values: string])[] = [
    ['0007', '5566778899 2021005489'],
    ['0088', '7300010000001 1234567890128'],
    ['0151', '51824753556'],
    ['0184', 'DK12345678 12345678'],
    ['0192', '987654325 123456785'],
    ['0201', 'JSGML9 F7VRDL'],
    ['0204', '04011000-12345-03 991-33333TEST-33 11002002-98765-14'],
    ['0208', '0739484052'],
    ['0210', '97735020584 RSSMRA85T10A562S rssmra85t10a562s'],
    ['0211', 'IT02985591201 02985591201'],
    ['9906', 'IT02985591201'],
    ['9907', '97735020584'],
    ['0106', 'anything at all'],
    ['toString', 'x'],
  ];
  it.each(sound)('is none in %s for %s', (scheme, values) => {
    const of = scheme === '0106' ? [values] : values.split(' ');
    expect(of.filter((value) => identifierFault(scheme, value) !== undefined)).toEqual([]);
  });

  const malformed: readonly (readonly [scheme: string, values: string])[] = [
    ['0007', '556677-8899 SE12345678 123456789012'],
    ['0088', '21382183120983 73000100 730001000000A'],
    ['0151', 'ERR51824753556 5182475355'],
    ['0184', 'DK1234567 345678 SE12345678 dk12345678'],
    ['0192', '98765432 9876543250 NO987654325'],
    ['0201', 'ABC F7VRDLF7VRDL F7VRD-'],
    ['0204', '04011000-12345 4-12345-03 04011000-12345-6-03 0401100012345-1-2-03'],
    ['0208', 'ABC 07399999484052 BE0739484052'],
    ['0210', 'ABC 123 9773502058497735020584 1SSMRA85T10A562S'],
    ['0211', 'ITABC IT21 FR02985591201'],
    ['9907', 'ABC 07359'],
  ];
  it.each(malformed)('is the form in %s of %s', (scheme, values) => {
    expect(values.split(' ').filter((of) => identifierFault(scheme, of) !== 'format')).toEqual([]);
  });

  const mistyped: readonly (readonly [scheme: string, values: string])[] = [
    ['0007', '2021005480 5566778898'],
    ['0088', '1234567890125 7300010000010'],
    ['0151', '51824753550'],
    ['0192', '000000000 987654352'],
    ['0204', '04011000-12345-04 04011000-12354-03 991-33333TESS-33'],
    ['0208', '0739484059 1234567890'],
    ['0210', '97735020585 RSSMRA85T10A562T'],
    ['0211', 'IT02985591202'],
  ];
  it.each(mistyped)('is the check digit in %s of %s', (scheme, values) => {
    expect(values.split(' ').filter((of) => identifierFault(scheme, of) !== 'check_digit')).toEqual(
      [],
    );
  });

  it('is found for any single digit that is wrong', () => {
    const samples = { '0088': '7300010000001', '0151': '51824753556', '0007': '2021005489' };
    for (const [scheme, value] of Object.entries({ ...samples, '0192': '987654325' })) {
      const others = [...value].flatMap((right, place) =>
        [...'0123456789']
          .filter((digit) => digit !== right)
          .map((digit) => value.slice(0, place) + digit + value.slice(place + 1)),
      );
      expect(others.filter((other) => identifierFault(scheme, other) === undefined)).toEqual([]);
    }
  });
});

describe('a Leitweg-ID', () => {
  it('has a form and check digits, whatever the state and the capitals', () => {
    expect(['04011000-12345-03', '991-33333test-33', '12345678-12345-83'].every(isLeitwegId)).toBe(
      true,
    );
    expect(['', '04011000-12345-02', '04011000-12345-03 ', 'PO-4711'].filter(isLeitwegId)).toEqual(
      [],
    );
  });

  it('may go without a fine address', () => {
    const digits = Array.from({ length: 97 }, (_, number) => String(number + 2).padStart(2, '0'));
    expect(digits.filter((two) => isLeitwegId(`04011000-${two}`))).toHaveLength(1);
  });

  it('is told from other references by the state in front', () => {
    expect(
      ['04011000-12345-34', '16-X-00', '99-00', '991-01234-44'].every(looksLikeLeitwegId),
    ).toBe(true);
    expect(
      ['00-1-00', '17-1-00', '2026-0042', 'PO-12', '90000000-03083-12'].filter(looksLikeLeitwegId),
    ).toEqual([]);
  });
});

describe('a GLN', () => {
  it('has 13 digits and the check digit of GS1', () => {
    expect(['7300010000001', '7300010000002', '4260000000004 ', ''].map(isGln)).toEqual([
      ...[true, false, false, false],
    ]);
  });
});
