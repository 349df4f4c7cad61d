import { addressLines, paperFor } from './party.js';

const place = { line1: '1 High St', city: 'Town', postalCode: '12345', region: 'RG' };

describe('addressLines', () => {
  test.each([
    ['DE', ['1 High St', '12345 Town', 'RG']],
    ['US', ['1 High St', 'Town, RG 12345']],
    ['CA', ['1 High St', 'Town RG 12345']],
    ['GB', ['1 High St', 'Town, RG', '12345']],
    ['', ['1 High St', '12345 Town', 'RG']],
  ])('%s', (country, lines) => {
    expect(addressLines({ ...place, country })).toEqual(lines);
  });

  it('needs no country', () => {
    expect(addressLines(place)).toEqual(['1 High St', '12345 Town', 'RG']);
    expect(addressLines({})).toEqual([]);
  });

  it('puts the name of the country last', () => {
    expect(addressLines({ line1: 'A', line2: 'B', country: 'FR' }, 'France')).toEqual([
      'A',
      'B',
      'France',
    ]);
  });

  it('prints no empty lines and no lonely separators', () => {
    expect(addressLines({ line1: ' ', city: 'Austin', country: 'US' })).toEqual(['Austin']);
    expect(addressLines({ postalCode: '73301', region: '', country: 'US' })).toEqual(['73301']);
    expect(addressLines({ city: 'Leeds', region: ' ', country: 'GB' })).toEqual(['Leeds']);
  });
});

describe('paperFor', () => {
  test.each(['US', 'CA', 'MX', 'CL', 'CO', 'PH', 'PR', 'VE'])('%s uses Letter', (country) => {
    expect(paperFor(country)).toBe('us-letter');
  });

  test.each(['DE', 'GB', 'AU', 'BR', 'JP', '', 'us', undefined])('%s uses A4', (country) => {
    expect(paperFor(country)).toBe('a4');
  });
});
