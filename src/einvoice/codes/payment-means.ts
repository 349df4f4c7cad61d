/** UNCL 4461 of EN 16931 1.3.16: the numbers from and to, both included. */
const ranges: readonly (readonly [from: number, to: number])[] = [
  [1, 70],
  [74, 78],
  [91, 98],
];

/** Whether a text is a code of a means of payment (BT-81) by BR-CL-16 of EN 16931 1.3.16. */
export function isPaymentMeansCode(code: string): boolean {
  if (code === 'ZZZ') return true;
  const number = /^[1-9]\d?$/.test(code) ? Number(code) : 0;
  return ranges.some(([from, to]) => number >= from && number <= to);
}

/**
 * The codes of UNCL 4461 for the usual means of payment. 30 asks for an account and 58 for an IBAN
 * (BR-50, BR-DE-23), 49 and 59 for a mandate; "card" is any bank card.
 */
export const paymentMeansCodes = {
  credit_transfer: '30',
  sepa_credit_transfer: '58',
  direct_debit: '49',
  sepa_direct_debit: '59',
  card: '48',
  credit_card: '54',
  debit_card: '55',
  cash: '10',
  cheque: '20',
  online: '68',
  mutually_defined: 'ZZZ',
  standing_agreement: '57',
  clearing: '97',
} as const;

/** One of the words of `paymentMeansCodes`. */
export type PaymentMeans = keyof typeof paymentMeansCodes;

/** The words of `paymentMeansCodes`. */
export const paymentMeans = Object.keys(paymentMeansCodes) as PaymentMeans[];
