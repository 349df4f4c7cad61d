import { type Customer } from '../catalog/catalog-data';
import { type Session } from '../session/session';
import { type InvoiceValues } from './invoice-values';

type Recipient = NonNullable<InvoiceValues['recipient']>;
type Organization = Session['organization'];

const printed = [
  'name',
  'email',
  'phone',
  'website',
  'tax_id',
  'registration_number',
  'registration_scheme',
  'contact_name',
  'buyer_reference',
  'electronic_addresses',
  'address',
] as const;

/** What an invoice prints of a customer. */
export function recipientOf(customer: Customer): Recipient {
  const known = printed.filter((name) => customer[name] !== null);
  return Object.fromEntries(known.map((name) => [name, customer[name]]));
}

/** What the form leaves empty shall stay empty, whatever is stored of the customer. */
export function wholeRecipient(recipient: Recipient): Recipient {
  const empty = Object.fromEntries(printed.map((name) => [name, null]));
  return { ...empty, ...recipient };
}

/** The organization's defaults with the customer's own in their place. */
export function defaultsFor(
  organization: Organization,
  customer: Customer | undefined,
): Organization {
  if (customer === undefined) return organization;
  const { currency, language, payment_terms_days: days } = customer;
  return {
    ...organization,
    ...(currency !== null && { currency }),
    ...(language !== null && { language: language as Organization['language'] }),
    ...(days !== null && { payment_terms_days: days }),
  };
}
