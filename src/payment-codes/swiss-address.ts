import { type Checked, impossible, made, type PaymentParty } from './payment-request.js';

/** A structured address of a QR-bill (address type "S"). */
export interface SwissAddress {
  readonly name: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/** The characters that a QR-bill may have (guidelines, 4.1.1: a part of Latin in UTF-8). */
const permitted = /^[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u20ac]*$/;

export const isPermitted = (text: string): boolean => permitted.test(text);

const maxima: Readonly<Record<keyof SwissAddress, number>> = {
  name: 70,
  street: 70,
  houseNumber: 16,
  postalCode: 16,
  city: 35,
  country: 2,
};

/** The address of a party under a name, or what keeps it from standing in a QR-bill. */
export function swissAddress(name: string, { address = {} }: PaymentParty): Checked<SwissAddress> {
  const { postalCode = '', city = '', country = '' } = address;
  if ([postalCode, city, country].some((part) => part.trim() === '')) {
    return impossible('code', 'A QR-bill needs the postal code, the city and the country.');
  }
  const { street, houseNumber } = streetOf(address);
  const parts = { name, street, houseNumber, postalCode, city, country };
  for (const [part, max] of Object.entries(maxima)) {
    const text = parts[part as keyof SwissAddress];
    const at = part === 'name' ? 'account_name' : 'code';
    if (text.length > max) return impossible(at, `“${text}” has more than ${max} characters.`);
    if (!isPermitted(text)) {
      return impossible(at, `“${text}” has characters that a QR-bill cannot hold.`);
    }
  }
  return made(parts);
}

/** The number behind a street; one in front of it stays where it is. */
function streetOf({
  line1 = '',
}: {
  line1?: string;
}): Pick<SwissAddress, 'street' | 'houseNumber'> {
  const line = line1.replaceAll(/\s+/g, ' ').trim();
  const apart = /^(\D.*?),? (\d[\dA-Za-z/-]{0,15})$/.exec(line);
  return { street: apart?.[1] ?? line, houseNumber: apart?.[2] ?? '' };
}
