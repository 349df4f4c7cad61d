import { type EInvoice, type TradeAddress } from '../model.js';
import { type Finding, isSaid, unless } from './finding.js';

const transfers = ['30', '58'];
const cards = ['48', '54', '55'];
const sepaDebit = '59';
const debits = ['49', sepaDebit];
const skonto = /^#SKONTO#TAGE=\d+#PROZENT=\d+\.\d{2}(#BASISBETRAG=-?\d+\.\d{2})?#$/;

/**
 * What XRechnung 3.0 wants, and Peppol between two parties in Germany: the same rules under two names, such as
 * BR-DE-15 and DE-R-015. Those that official validators only warn of are left out.
 */
export function germanFindings(invoice: EInvoice, name: (number: string) => string): Finding[] {
  return [
    ...sellerFindings(invoice, name),
    ...placeFindings(invoice, name),
    ...unless(isSaid(invoice.buyerReference), {
      rule: name('15'),
      pointer: '/recipient/buyer_reference',
      message: 'The buyer’s reference is missing, for authorities the Leitweg-ID.',
      hint: 'Add buyer_reference to the recipient; businesses without one take any text that both know.',
    }),
    ...meansFindings(invoice, name),
    ...skontoFindings(invoice, name),
  ];
}

function sellerFindings({ seller }: EInvoice, name: (number: string) => string): Finding[] {
  const { contact } = seller;
  const parts = [
    ['5', 'contact_name', contact?.name, 'The name of somebody to ask'],
    ['6', 'phone', contact?.phone, 'The telephone number'],
    ['7', 'email', contact?.email, 'The e-mail address'],
  ] as const;
  return parts.flatMap(([number, field, value, what]) =>
    unless(isSaid(value), {
      rule: name(number),
      pointer: `/organization/${field}`,
      message: `${what} is missing on the seller’s side.`,
      hint: `Add ${field} to the organization.`,
    }),
  );
}

function placeFindings(
  { seller, buyer, delivery }: EInvoice,
  name: (number: string) => string,
): Finding[] {
  return [
    ...addressFindings(seller.address ?? {}, '/organization', [name('3'), name('4')]),
    ...addressFindings(buyer.address ?? {}, '/recipient', [name('8'), name('9')]),
    ...(delivery?.address === undefined
      ? []
      : addressFindings(delivery.address, '/delivery', [name('10'), name('11')])),
  ];
}

function addressFindings(
  { city, postalCode }: TradeAddress,
  pointer: string,
  [cityRule, codeRule]: readonly [string, string],
): Finding[] {
  return [
    ...unless(isSaid(city), {
      rule: cityRule,
      pointer: `${pointer}/address/city`,
      message: 'The address needs its city.',
    }),
    ...unless(isSaid(postalCode), {
      rule: codeRule,
      pointer: `${pointer}/address/postal_code`,
      message: 'The address needs its postal code.',
    }),
  ];
}

function meansFindings({ payment }: EInvoice, name: (number: string) => string): Finding[] {
  if (payment === undefined) {
    return [
      {
        rule: name('1'),
        pointer: '/payment',
        message: 'The document does not say how it is paid.',
        hint: 'Add payment.iban, or payment.means such as "cash".',
      },
    ];
  }
  const { meansCode = '', account, card } = payment;
  return [
    ...unless(!transfers.includes(meansCode) || isSaid(account?.iban), {
      rule: `${name('23')}-a`,
      pointer: '/payment/iban',
      message: 'A transfer needs the account that it goes to.',
    }),
    ...unless(!cards.includes(meansCode) || isSaid(card?.lastDigits), {
      rule: `${name('24')}-a`,
      pointer: '/payment/card_last_digits',
      message: 'A payment by card needs the last digits of its number.',
    }),
    ...(debits.includes(meansCode) ? debitFindings(payment, name) : []),
  ];
}

/** What any direct debit needs; XRechnung and Peppol ask for the mandate of all but those by SEPA under another name. */
function debitFindings(
  { meansCode, directDebit = {} }: NonNullable<EInvoice['payment']>,
  name: (number: string) => string,
): Finding[] {
  const { mandate, creditorId, debitedIban } = directDebit;
  const parts = [
    [`${name('25')}-a`, 'mandate', mandate, 'the reference of its mandate'],
    [name('30'), 'creditor_id', creditorId, 'the identifier of the creditor'],
    [name('31'), 'debited_iban', debitedIban, 'the account that is debited'],
  ] as const;
  return parts.slice(meansCode === sepaDebit ? 0 : 1).flatMap(([rule, field, value, what]) =>
    unless(isSaid(value), {
      rule,
      pointer: `/payment/${field}`,
      message: `A direct debit needs ${what}.`,
    }),
  );
}

/** Lines of the terms that begin with # are read by machines (BR-DE-18). */
function skontoFindings({ paymentTerms }: EInvoice, name: (number: string) => string): Finding[] {
  const lines = (paymentTerms ?? '').split(/\r?\n/).map((line) => line.trim());
  return unless(
    lines.every((line) => !line.startsWith('#') || skonto.test(line)),
    {
      rule: name('18'),
      pointer: '/terms',
      message: 'A line that begins with # must describe a cash discount.',
      hint: 'Write it as #SKONTO#TAGE=14#PROZENT=2.00# or begin the line with another character.',
    },
  );
}
