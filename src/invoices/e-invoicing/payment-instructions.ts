import { type PaymentDetails } from '../../accounts/organization.js';
import { paymentMeansCodes } from '../../einvoice/codes/payment-means.js';
import { type PaymentInstructions } from '../../einvoice/model.js';
import { type InvoiceDraft } from '../invoice.js';

/** "Instrument not defined" (UNCL 4461): what there is to say where nothing is to be paid. */
const undefinedMeans = '1';
const transfers: readonly string[] = ['30', '58'];
const debits: readonly string[] = ['49', '59'];
const cards: readonly string[] = ['48', '54', '55'];

/**
 * How an invoice is to be paid. Account, card and mandate belong to their own means each, and exclude each
 * other (XRechnung BR-DE-23 to BR-DE-25). A credit note says that nothing is defined where its rules want an answer.
 */
export function paymentInstructions(
  { payment, currency, type }: Pick<InvoiceDraft, 'payment' | 'currency' | 'type'>,
  { isAsked }: { isAsked: boolean },
): PaymentInstructions | undefined {
  if (payment === null) {
    return type === 'credit_note' && isAsked ? { meansCode: undefinedMeans } : undefined;
  }
  const meansCode = meansCodeOf(payment, currency);
  if (meansCode === undefined) return undefined;
  const { iban, bic, account_name: name, reference } = payment;
  return {
    meansCode,
    remittance: reference,
    account:
      transfers.includes(meansCode) && iban !== undefined
        ? { iban: plainIban(iban), name, bic: bic?.toUpperCase() }
        : undefined,
    card: cards.includes(meansCode) ? cardOf(payment) : undefined,
    directDebit: debits.includes(meansCode) ? directDebitOf(payment) : undefined,
  };
}

function meansCodeOf({ means, iban, link }: PaymentDetails, currency: string): string | undefined {
  if (means !== undefined) return paymentMeansCodes[means];
  if (iban !== undefined) {
    return currency === 'EUR'
      ? paymentMeansCodes.sepa_credit_transfer
      : paymentMeansCodes.credit_transfer;
  }
  return link === undefined ? undefined : paymentMeansCodes.online;
}

function cardOf({ card_last_digits: lastDigits, card_holder: holder }: PaymentDetails) {
  return lastDigits === undefined ? undefined : { lastDigits, holder };
}

function directDebitOf({ mandate, creditor_id: creditorId, debited_iban: iban }: PaymentDetails) {
  return { mandate, creditorId, debitedIban: iban === undefined ? undefined : plainIban(iban) };
}

/** As machines write it. */
function plainIban(iban: string): string {
  return iban.replaceAll(/[\s-]/g, '').toUpperCase();
}
