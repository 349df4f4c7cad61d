import { isPeppolAddressScheme } from '../codes/address-schemes.js';
import { isPeppolCurrency } from '../codes/currencies.js';
import { type EInvoice } from '../model.js';
import { centsOf } from './decimals.js';
import { type Finding, isSaid, unless } from './finding.js';
import { germanFindings } from './germany.js';
import { identifierFindings, leitwegFindings } from './identifiers.js';
import { nationalFindings } from './national.js';
import { networkFindings } from './xrechnung.js';

const invoiceTypes =
  '71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877'.split(
    ' ',
  );
const creditNoteTypes = ['381', '396', '81', '83', '532'];

/** What Peppol BIS Billing 3.0.19 wants beside EN 16931. */
export function peppolFindings(invoice: EInvoice): Finding[] {
  const { seller, buyer } = invoice;
  const isGerman = seller.address?.country === 'DE' && buyer.address?.country === 'DE';
  return [
    ...networkFindings(invoice),
    ...documentFindings(invoice, isGerman),
    ...schemeFindings(invoice),
    ...identifierFindings(invoice),
    ...(isGerman ? germanFindings(invoice, germanName) : []),
    ...leitwegFindings(invoice, 'DE-R-015'),
    ...nationalFindings(invoice),
  ];
}

/** DE-R-001 is Peppol's name of BR-DE-1. */
function germanName(number: string): string {
  return `DE-R-${number.padStart(3, '0')}`;
}

function documentFindings(invoice: EInvoice, isGerman: boolean): Finding[] {
  const { typeCode = '', currency, totals, dueDate, paymentTerms, notes } = invoice;
  const isPayable = (centsOf(totals.amountDue) ?? 0n) > 0n && !creditNoteTypes.includes(typeCode);
  return [
    ...unless(isGerman || notes.length <= 1, {
      rule: 'PEPPOL-EN16931-R002',
      pointer: '/notes',
      message: 'There may be one note only.',
    }),
    ...unless(isReferred(invoice), {
      rule: 'PEPPOL-EN16931-R003',
      pointer: '/recipient/buyer_reference',
      message: 'Neither the buyer’s reference nor a purchase order is named.',
      hint: 'Add buyer_reference to the recipient, or reference to the invoice.',
    }),
    ...unless([...invoiceTypes, ...creditNoteTypes].includes(typeCode), {
      rule: 'PEPPOL-EN16931-P0100',
      pointer: '/type',
      message: `Documents of the type ${typeCode} are not sent through Peppol.`,
    }),
    ...unless(currency === undefined || isPeppolCurrency(currency), {
      rule: 'PEPPOL-EN16931-CL007',
      pointer: '/currency',
      message: `${currency ?? ''} is not in Peppol’s list of currencies.`,
    }),
    ...unless(!isPayable || isSaid(dueDate) || isSaid(paymentTerms), {
      rule: 'BR-CO-25',
      pointer: '/due_date',
      message: 'The document does not say when it is to be paid.',
      hint: 'Add due_date, payment_terms_days or terms.',
    }),
  ];
}

/** Where only the seller's order is named, the buyer's is written as "NA", which is enough for Peppol. */
function isReferred({ buyerReference, references }: EInvoice): boolean {
  return [buyerReference, references.purchaseOrder, references.salesOrder].some(isSaid);
}

function schemeFindings({ seller, buyer }: EInvoice): Finding[] {
  const sides = [
    ['/organization', seller.electronicAddress],
    ['/recipient', buyer.electronicAddress],
  ] as const;
  return sides.flatMap(([pointer, address]) =>
    unless(address?.scheme === undefined || isPeppolAddressScheme(address.scheme), {
      rule: 'PEPPOL-EN16931-CL008',
      pointer: `${pointer}/electronic_addresses`,
      message: `Peppol knows no addresses of the scheme ${address?.scheme ?? ''}.`,
    }),
  );
}
