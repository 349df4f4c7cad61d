import { paymentMeansCodes } from '../../einvoice/codes/payment-means.js';
import {
  type EInvoice,
  type PaymentInstructions,
  type TradeAddress,
  type TradeParty,
} from '../../einvoice/model.js';
import { figureOf } from './figures.js';
import {
  type FinvoAddress,
  type FinvoInvoice,
  type FinvoParty,
  type FinvoPayment,
  type LeftOut,
} from './finvo-invoice.js';
import { adjustmentOf, linesOf } from './invoice-lines.js';

/** A document as the request of Finvo that would make it, and what of it such a request cannot say. */
export function invoiceOf(document: EInvoice): {
  readonly invoice: FinvoInvoice;
  readonly leftOut: readonly LeftOut[];
} {
  const { references, taxes, delivery } = document;
  const { items, leftOut } = linesOf(document.lines, taxes);
  const { purchaseOrder, salesOrder, ...otherReferences } = references;
  const invoice: FinvoInvoice = {
    invoice_number: document.number,
    date: document.issueDate,
    due_date: document.dueDate,
    currency: document.currency,
    tax_currency: document.taxCurrency,
    organization: said(partyOf(document.seller)),
    recipient: said({ ...partyOf(document.buyer), buyer_reference: document.buyerReference }),
    line_items: items,
    discounts: filled(document.allowances.map((each) => adjustmentOf(each, taxes))),
    charges: filled(document.charges.map((each) => adjustmentOf(each, taxes))),
    notes: document.notes.length === 0 ? undefined : document.notes.join('\n\n'),
    terms: document.paymentTerms,
    reference: purchaseOrder,
    references: said({ ...otherReferences, sales_order: salesOrder }),
    preceding_invoices: filled(document.precedingInvoices),
    delivery: delivery && said({ ...delivery, address: addressOf(delivery.address) }),
    period: document.period,
    prepaid_amount: figureOf(document.totals.prepaid),
    payment: document.payment && said(paymentOf(document.payment)),
    expected_total: figureOf(document.totals.withTax),
  };
  return {
    invoice,
    leftOut: [...leftOut, ...secondTaxNumber(document.seller), ...unknownMeans(document.payment)],
  };
}

function partyOf(party: TradeParty): FinvoParty {
  const { contact, legalRegistration, electronicAddress } = party;
  return {
    name: party.name,
    email: contact?.email,
    phone: contact?.phone,
    contact_name: contact?.name,
    tax_id: party.vatId ?? party.taxNumber,
    registration_number: legalRegistration?.value,
    registration_scheme: legalRegistration?.scheme,
    electronic_addresses: electronicAddress && [
      { scheme: electronicAddress.scheme, id: electronicAddress.value },
    ],
    address: addressOf(party.address),
  };
}

/** A request has two lines of a street where EN 16931 has three. */
function addressOf(address: TradeAddress | undefined): FinvoAddress | undefined {
  if (address === undefined) return undefined;
  const more = [address.line2, address.line3].filter((line) => line !== undefined);
  return {
    line1: address.line1,
    line2: more.length === 0 ? undefined : more.join(', '),
    city: address.city,
    postal_code: address.postalCode,
    region: address.region,
    country: address.country,
  };
}

function paymentOf({ account, card, directDebit, ...payment }: PaymentInstructions): FinvoPayment {
  return {
    iban: account?.iban,
    bic: account?.bic,
    account_name: account?.name,
    reference: payment.remittance,
    means: wordOf(payment.meansCode),
    mandate: directDebit?.mandate,
    creditor_id: directDebit?.creditorId,
    debited_iban: directDebit?.debitedIban,
    card_last_digits: card?.lastDigits,
    card_holder: card?.holder,
  };
}

function wordOf(meansCode: string | undefined): string | undefined {
  return Object.entries(paymentMeansCodes).find(([, code]) => code === meansCode)?.[0];
}

/** A request has one tax number where EN 16931 has two for the seller. */
function secondTaxNumber({ vatId, taxNumber }: TradeParty): LeftOut[] {
  if (vatId === undefined || taxNumber === undefined) return [];
  const message = `The seller has the tax number ${taxNumber} beside the VAT identifier.`;
  return [{ pointer: '/organization/tax_id', message }];
}

function unknownMeans({ meansCode }: PaymentInstructions = {}): LeftOut[] {
  if (meansCode === undefined || wordOf(meansCode) !== undefined) return [];
  const message = `There is no word for the means of payment ${meansCode}.`;
  return [{ pointer: '/payment/means', message }];
}

/** A group of which nothing is said is left out. */
function said<T extends object>(group: T): T | undefined {
  return Object.values(group).some((value) => value !== undefined) ? group : undefined;
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
