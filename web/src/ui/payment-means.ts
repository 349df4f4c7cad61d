import { type components } from '../api/schema.js';

type PaymentMeans = NonNullable<components['schemas']['PaymentDetailsDto']['means']>;

/** How an invoice can be paid, as e-invoices tell it. */
export const paymentMeans: readonly { readonly value: PaymentMeans; readonly label: string }[] = [
  { value: 'credit_transfer', label: 'Transfer' },
  { value: 'sepa_credit_transfer', label: 'SEPA transfer' },
  { value: 'direct_debit', label: 'Direct debit' },
  { value: 'sepa_direct_debit', label: 'SEPA direct debit' },
  { value: 'card', label: 'Bank card' },
  { value: 'credit_card', label: 'Credit card' },
  { value: 'debit_card', label: 'Debit card' },
  { value: 'cash', label: 'Cash' },
  { value: 'cheque', label: 'Cheque' },
  { value: 'online', label: 'Online payment' },
  { value: 'standing_agreement', label: 'Standing agreement' },
  { value: 'clearing', label: 'Clearing between partners' },
  { value: 'mutually_defined', label: 'As agreed' },
];

/** What is said of the means where none is chosen. */
export const usualMeans = 'By the IBAN or link';

/** A means in words. */
export function meansText(means: string): string {
  return paymentMeans.find(({ value }) => value === means)?.label ?? means;
}

/** Whether the amount is debited by the sender. */
export function isDebit(means: string | undefined): boolean {
  return means === 'direct_debit' || means === 'sepa_direct_debit';
}

/** Whether a card is charged. */
export function isCard(means: string | undefined): boolean {
  return means === 'card' || means === 'credit_card' || means === 'debit_card';
}
