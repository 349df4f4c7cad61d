import fc from 'fast-check';
import { type TaxDto } from '../dto/tax.dto.js';
import { type RandomCountry, type TaxIdentity } from './random-parties.js';

/** Which taxes the lines of an invoice bear, and what seller and buyer must say of themselves for it. */
export interface TaxSet {
  readonly taxes: readonly TaxDto[];
  readonly seller: TaxIdentity;
  readonly buyer: TaxIdentity;
}

const rates: Readonly<Record<RandomCountry, readonly string[]>> = {
  DE: ['19', '7'],
  DK: ['25'],
  GR: ['24', '13', '6'],
  IS: ['24', '11'],
  IT: ['22', '10', '5', '4'],
  NL: ['21', '9'],
  NO: ['25', '15', '12'],
  SE: ['25', '12.00', '6'],
  FR: ['20', '10', '5.5', '2.1'],
  AT: ['20', '13', '10'],
  BE: ['21', '12', '6'],
  ES: ['21', '10', '4'],
  PL: ['23', '8', '5'],
  IE: ['23', '13.5', '9'],
  LU: ['17', '14', '8', '3'],
  GB: ['20', '5'],
  CH: ['8.1', '3.8', '2.6'],
  US: ['8.875', '0.4'],
};

const zero = (category: TaxDto['category'], more: Partial<TaxDto> = {}): TaxDto => ({
  name: 'VAT',
  rate: '0',
  ...(category !== undefined && { category }),
  ...more,
});
const alone = (tax: TaxDto, seller: TaxIdentity = 'vat', buyer: TaxIdentity = 'vat'): TaxSet => ({
  taxes: [tax],
  seller,
  buyer,
});

/** Ordinary taxes of the seller's country, one category of those that stand alone, or some of both. */
export function taxSets(country: RandomCountry): fc.Arbitrary<TaxSet> {
  const usual = rates[country].map((rate) => ({ name: 'VAT', rate }));
  const lowered = { name: 'Reduced VAT', rate: usual.at(-1)?.rate ?? '1' };
  const exempt = zero('E', { name: 'Exempt', exemption_reason: 'Article 132 & <others>' });
  const mixed = (...taxes: TaxDto[]): TaxSet => ({ taxes, seller: 'vat', buyer: 'vat' });
  const islands = [
    mixed(
      { name: 'IGIC', rate: '7', category: 'L' },
      { name: 'IPSI', rate: '4', category: 'M' },
      { name: 'IPSI', rate: '0', category: 'M' },
    ),
  ];
  return fc.constantFrom<TaxSet[]>(
    { taxes: usual.slice(0, 1), seller: 'vat', buyer: 'none' },
    { taxes: usual, seller: 'vat', buyer: 'number' },
    { taxes: usual, seller: 'number', buyer: 'none' },
    mixed(...usual, lowered, zero('Z')),
    mixed(...usual, exempt),
    alone(zero('E'), 'number', 'none'),
    alone(exempt),
    alone(zero('Z'), 'vat', 'none'),
    alone(zero('AE')),
    mixed(zero('K'), ...usual),
    alone(zero('K', { exemption_reason: 'Steuerfrei "innergemeinschaftlich"' })),
    alone(zero('G'), 'vat', 'none'),
    alone(zero('O')),
    alone(zero('O'), 'none', 'none'),
    alone(zero('O'), 'number', 'none'),
    ...(country === 'ES' ? islands : []),
  );
}
