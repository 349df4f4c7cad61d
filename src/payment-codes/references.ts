/** The text in capitals and without what people put between its groups. */
export function compact(text: string): string {
  return text.replaceAll(/[\s-]/g, '').toUpperCase();
}

/** Whether a text is an RF creditor reference (ISO 11649) with right check digits. */
export function isCreditorReference(text: string): boolean {
  const reference = compact(text);
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(reference) && remainder97(reference) === 1;
}

/** Rest of the division by 97 with the first four characters last and letters as numbers (ISO 7064). */
function remainder97(reference: string): number {
  const turned = reference.slice(4) + reference.slice(0, 4);
  let rest = 0;
  for (const character of turned) {
    for (const digit of Number.parseInt(character, 36).toString())
      rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}

/** Whether a text has the 27 digits of a Swiss QR reference, its check digit included. */
export function isQrReference(text: string): boolean {
  const reference = compact(text);
  return /^\d{27}$/.test(reference) && qrCheckDigit(reference.slice(0, 26)) === reference[26];
}

const carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/** The last digit of a Swiss QR reference by its first 26: modulo 10, recursive (QR-bill guidelines, annex B). */
export function qrCheckDigit(digits: string): string {
  let carry = 0;
  for (const digit of digits) carry = carries[(carry + Number(digit)) % 10] ?? 0;
  return String((10 - carry) % 10);
}

/** Whether a compact Swiss or Liechtenstein IBAN asks for a QR reference: institution 30000 to 31999. */
export function isQrIban(iban: string): boolean {
  const institution = Number(iban.slice(4, 9));
  return /^(CH|LI)/.test(iban) && institution >= 30_000 && institution <= 31_999;
}
