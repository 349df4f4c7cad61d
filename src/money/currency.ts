import { type Decimal, decimalTextPadded, normalised, roundDecimal } from './decimal.js';

/**
 * The codes of ISO 4217 List One by their minor unit, as of 2026 (BGN, HRK, ANG, CUC, SLL and ZWL
 * have left it). Codes without a minor unit are not here: nobody can owe a rounded amount of
 * metals, bond units, XDR, XTS or XXX.
 */
const codesByDecimals: readonly (readonly [decimals: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
     CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP
     GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT
     LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN
     NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB
     SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS
     UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

const decimalsByCode: ReadonlyMap<string, number> = new Map(
  codesByDecimals.flatMap(([decimals, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, decimals]),
  ),
);

/**
 * How many decimals an amount of the currency has (ISO 4217 minor unit), or undefined for an
 * unknown code.
 */
export function currencyDecimals(code: string): number | undefined {
  return decimalsByCode.get(code);
}

/**
 * Minor units as decimal text with exactly the currency's decimals: 123450 at 2 is "1234.50", 1990
 * at 0 is "1990".
 */
export function formatMinor(minor: bigint, decimals: number): string {
  return decimalTextPadded({ digits: minor, scale: decimals }, decimals);
}

/** The amount in minor units, or undefined when it has more decimals than the currency. */
export function toMinor(amount: Decimal, decimals: number): bigint | undefined {
  const shortest = normalised(amount);
  return shortest.scale > decimals ? undefined : roundDecimal(shortest, decimals);
}
