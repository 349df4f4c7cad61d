/** The digits of a text, from its left; what is not a digit counts as nothing. */
function digitsOf(text: string): number[] {
  return Array.from(text.replaceAll(/\D/g, ''), Number);
}

/** The sum of all digits, each times the weight at its place; no weight is 0. */
function weighted(digits: readonly number[], weights: readonly number[]): number {
  return digits.reduce((sum, digit, place) => sum + digit * (weights[place] ?? 0), 0);
}

/**
 * GS1 General Specifications, modulo 10: 1 and 3 in turn from the right, the check digit included.
 */
export function passesGs1(digits: string): boolean {
  const values = digitsOf(digits).reverse();
  return (
    weighted(
      values,
      values.map((_, place) => (place % 2 === 0 ? 1 : 3)),
    ) %
      10 ===
    0
  );
}

/**
 * ISO/IEC 7812-1, annex B (Luhn): every second digit from the right counts twice, digit by digit.
 */
export function passesLuhn(digits: string): boolean {
  const values = digitsOf(digits).reverse();
  const counted = values.map((digit, place) =>
    place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0),
  );
  return counted.reduce((sum, digit) => sum + digit, 0) % 10 === 0;
}

/**
 * Norwegian numbers, modulo 11 (PEPPOL-COMMON-R041): weights 2 to 7 from the right, then 2 again.
 */
export function passesModulo11(digits: string): boolean {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
  return !/^0*$/.test(digits) && weighted(digitsOf(digits), weights) % 11 === 0;
}

/**
 * Belgian enterprise numbers (PEPPOL-COMMON-R043): the last two digits are 97 less the rest modulo
 * 97.
 */
export function passesBelgian97(digits: string): boolean {
  return 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
}

/**
 * Australian business numbers, modulo 89 (PEPPOL-COMMON-R050), after one is taken from the first
 * digit.
 */
export function passesAbn(digits: string): boolean {
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
  return (weighted(digitsOf(digits), weights) - 10) % 89 === 0;
}

/** ISO/IEC 7064, MOD 97-10, over digits and letters (A is 10, Z is 35): the remainder is 1. */
export function passesModulo97(text: string): boolean {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** What a character at an odd place counts in an Italian tax code, from 0 or A on. */
const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** The last letter of the tax code of an Italian person (decree of 23 December 1976, DM 13813). */
export function passesCodiceFiscale(code: string): boolean {
  const values = Array.from(code.toUpperCase(), (character) =>
    /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65,
  );
  const sum = values
    .slice(0, 15)
    .reduce(
      (total, value, place) => total + (place % 2 === 0 ? (oddValues[value] ?? 0) : value),
      0,
    );
  return sum % 26 === values[15];
}
