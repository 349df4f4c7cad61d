/** A postal address as it stood when the invoice was made; `country` is ISO 3166-1 alpha-2. */
export interface Address {
  readonly line1?: string;
  readonly line2?: string;
  readonly city?: string;
  readonly postalCode?: string;
  readonly region?: string;
  readonly country?: string;
}

/** Where e-invoices reach a party; `scheme` is a code of the EAS list. */
export interface ElectronicAddress {
  readonly scheme: string;
  readonly id: string;
}

/** Who sends or receives an invoice, as a snapshot that later edits do not reach. */
export interface Party {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly website?: string;
  readonly taxId?: string;
  readonly registrationNumber?: string;
  /** Which register that is, as an ICD code (ISO 6523). */
  readonly registrationScheme?: string;
  readonly contactName?: string;
  readonly electronicAddresses?: readonly ElectronicAddress[];
  /** Of a recipient: what it wants to find on invoices (EN 16931 BT-10). */
  readonly buyerReference?: string;
  readonly address?: Address;
}

/** Paper sizes by the names that Typst knows. */
export type Paper = 'a4' | 'us-letter';

/** Where letters are printed on US Letter (Unicode CLDR, supplemental data, `paperSize`). */
const letterCountries = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** Countries that write "city, region code" with a comma. */
const commaCountries = new Set('AS GU MP PR US VI'.split(' '));

/** Countries that write the postal code after the city, and the region between the two. */
const codeAfterCityCountries = new Set(
  'AU BD BH BM BN CA ID IN JO KH KR LB MT MV NP NZ PK SA SG TH TW'.split(' '),
);

/** Countries that write the postal code on a line of its own below the city. */
const codeBelowCityCountries = new Set('BR FK GB GG GI IE IM JE JP KE LK ZA'.split(' '));

/** The paper that is usual in the country; A4 for an unknown one. */
export function paperFor(country: string | undefined): Paper {
  return country !== undefined && letterCountries.has(country) ? 'us-letter' : 'a4';
}

/**
 * The address as printable lines in the usual order of its country, without empty ones.
 * The country's name comes last when it is given; leave it out within one country.
 */
export function addressLines(address: Address, countryName?: string): string[] {
  const lines = [address.line1, address.line2, ...placeLines(address), countryName];
  return lines.map((line) => line?.trim() ?? '').filter((line) => line !== '');
}

function placeLines({ city, postalCode, region, country = '' }: Address): string[] {
  if (commaCountries.has(country)) {
    return [joined(', ', city, joined(' ', region, postalCode))];
  }
  if (codeAfterCityCountries.has(country)) return [joined(' ', city, region, postalCode)];
  if (codeBelowCityCountries.has(country)) {
    return [joined(', ', city, region), joined('', postalCode)];
  }
  return [joined(' ', postalCode, city), joined('', region)];
}

function joined(separator: string, ...texts: (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text.trim() !== '').join(separator);
}
