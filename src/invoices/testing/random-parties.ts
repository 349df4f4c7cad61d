import fc from 'fast-check';
import { type ElectronicAddressDto } from '../../accounts/dto/party.dto.js';
import { type OrganizationOverrideDto } from '../dto/organization-override.dto.js';
import { type RecipientDto } from '../dto/recipient.dto.js';
import { checked, digits, leitwegIds } from './random-identifiers.js';
import { mostly, perhaps, words } from './random-texts.js';

/** What a business of a country is known by. */
interface Numbers {
  /** Its VAT identifier; in the United States there is none. */
  readonly vat: string;
  /** A tax number that is no VAT identifier. */
  readonly tax: string;
  /** Its number in a register, with the ICD code of that. */
  readonly register: readonly [scheme: string, number: string];
  /** Its electronic address, with the EAS code. */
  readonly address: readonly [scheme: string, id: string];
}

const gln = checked({ scheme: '0088', length: 13 });

/** Businesses whose VAT identifier is their electronic address, and who name their GLN as register. */
function byVat(
  vat: fc.Arbitrary<string>,
  scheme: string,
  tax: fc.Arbitrary<string> = digits(9),
): fc.Arbitrary<Numbers> {
  return fc.record({ vat, tax, gln }).map((known) => ({
    ...known,
    register: ['0088', known.gln] as const,
    address: [scheme, known.vat.replaceAll(/[ .-]/g, '')] as const,
  }));
}

/** Businesses whose number in the register is their electronic address, and in the VAT identifier too. */
function byRegister(
  number: fc.Arbitrary<string>,
  scheme: string,
  vatOf: (number: string) => string,
): fc.Arbitrary<Numbers> {
  return fc.record({ number, tax: digits(9) }).map((known) => ({
    vat: vatOf(known.number),
    tax: known.tax,
    register: [scheme, known.number] as const,
    address: [scheme, known.number] as const,
  }));
}

const after = (prefix: string, length: number, suffix = ''): fc.Arbitrary<string> =>
  digits(length).map((number) => prefix + number + suffix);

/** The countries with rules of their own within Peppol, and some without. */
const numbersByCountry = {
  DE: byVat(after('DE ', 9), '9930', after('30/123/', 5)),
  DK: byRegister(digits(8), '0184', (number) => `DK${number}`),
  GR: byVat(after('EL', 9), '9933'),
  IS: byRegister(digits(10), '0196', (number) => `IS${number.slice(0, 6)}`),
  IT: byVat(checked({ scheme: '0211', prefix: 'IT', length: 11 }), '0211', digits(11)),
  NL: byRegister(digits(8), '0106', (number) => `NL0${number}B01`),
  NO: byRegister(checked({ scheme: '0192', length: 9 }), '0192', (number) => `NO ${number} MVA`),
  SE: byRegister(checked({ scheme: '0007', length: 10 }), '0007', (number) => `SE${number}01`),
  FR: byRegister(digits(9), '0002', (number) => `FR12${number}`),
  AT: byVat(after('ATU', 8), '9914'),
  BE: byRegister(
    checked({ scheme: '0208', prefix: '0', length: 9, checks: 2 }),
    '0208',
    (number) => `BE${number}`,
  ),
  ES: byVat(after('ESB', 8), '9920'),
  PL: byVat(after('PL', 10), '9945'),
  IE: byVat(after('IE', 7, 'W'), '9935'),
  LU: byVat(after('LU', 8), '9938'),
  GB: byVat(after('GB', 9), '9932'),
  CH: byVat(after('CHE-123.456.', 3, ' MWST'), '9927'),
  US: byVat(after('12-', 7), '9959'),
} as const satisfies Readonly<Record<string, fc.Arbitrary<Numbers>>>;

/** A country that random parties are of. */
export type RandomCountry = keyof typeof numbersByCountry;

/** The countries that random parties are of. */
export const randomCountries = Object.keys(numbersByCountry) as RandomCountry[];

/** What a party says of its taxes: its VAT identifier, another number of it as a small business does, or nothing. */
export type TaxIdentity = 'vat' | 'number' | 'none';

interface Particulars {
  readonly country: RandomCountry;
  readonly identity: TaxIdentity;
}

function address(country: RandomCountry) {
  return fc.record({
    line1: mostly(words),
    line2: perhaps(words),
    city: mostly(fc.constantFrom('Berlin', 'Århus', 'Łódź', 'Αθήνα', 'L’Haÿ-les-Roses')),
    postal_code: mostly(fc.constantFrom('10115', 'SW1A 1AA', '1011 AB')),
    region: perhaps(words),
    country: fc.constant(country),
  });
}

function party({ country, identity }: Particulars) {
  return numbersByCountry[country].chain(({ vat, tax, register, address: electronic }) =>
    fc.record({
      email: mostly(fc.constant('office+invoices@example.co.uk')),
      phone: mostly(fc.constantFrom('+49 30 1234567', '112', '(0)40/765-43 ext. 2')),
      contact_name: mostly(words),
      tax_id: fc.constant({ vat, number: tax, none: undefined }[identity]),
      registration: fc.constantFrom(
        { registration_number: register[1], registration_scheme: register[0] },
        ...[{ registration_number: register[1], registration_scheme: register[0] }],
        { registration_number: register[1] },
        {},
      ),
      electronic_addresses: mostly(
        fc.constantFrom<ElectronicAddressDto[][]>(
          [{ scheme: electronic[0], id: electronic[1] }],
          [
            { scheme: 'EM', id: 'invoices@example.com' },
            { scheme: electronic[0], id: electronic[1] },
          ],
        ),
      ),
      address: address(country),
    }),
  );
}

/** Who sends an invoice, as a request says it in place of the profile. */
export function sellers(particulars: Particulars): fc.Arbitrary<OrganizationOverrideDto> {
  return fc
    .record({ name: words, party: party(particulars) })
    .map(({ name, party: { registration, ...parts } }) => ({
      name,
      ...parts,
      // A small business is known by nothing else (EN 16931 BR-CO-26).
      ...(particulars.identity === 'vat'
        ? registration
        : { registration_number: 'HRA 4711', ...registration }),
    }));
}

const references = fc.oneof(leitwegIds, words, fc.constant('04011000-12345-03'));

/** Who gets an invoice. */
export function buyers(particulars: Particulars): fc.Arbitrary<RecipientDto & { name: string }> {
  return fc
    .record({ name: words, buyer_reference: mostly(references), party: party(particulars) })
    .map(({ party: { registration, ...parts }, ...buyer }) => ({
      ...buyer,
      ...parts,
      ...registration,
    }));
}
