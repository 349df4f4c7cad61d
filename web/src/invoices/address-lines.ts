import { type Invoice } from './create-request';

/** A postal address line by line, for the screen; the page of an invoice follows its country. */
export function addressLines(address: Invoice['recipient']['address']): string[] {
  if (address === undefined) return [];
  const { line1, line2, postal_code: code, city, region, country } = address;
  const place = [code, city].filter(Boolean).join(' ');
  return [line1, line2, place, region, country].filter(
    (line) => line !== undefined && line !== '',
  ) as string[];
}
