import { present } from '../common/present.js';
import { type PaymentRequest } from '../payment-codes/payment-request.js';
import { type InvoiceHead } from './invoice.js';

/** What the code on an invoice asks for; the one place that says which of its amounts that is. */
export function paymentRequestOf(
  invoice: Pick<InvoiceHead, 'payment' | 'currency' | 'settlement' | 'organization' | 'recipient'>,
  number: string,
): PaymentRequest {
  const { iban, bic, account_name: accountName, reference, link } = invoice.payment ?? {};
  return {
    amountMinor: invoice.settlement.amountDueMinor,
    currency: invoice.currency,
    ...present({ iban, bic, accountName, reference, link }),
    creditor: invoice.organization,
    debtor: invoice.recipient,
    number,
  };
}
