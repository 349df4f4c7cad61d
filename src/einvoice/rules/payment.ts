import { isPaymentMeansCode } from '../codes/payment-means.js';
import { type EInvoice } from '../model.js';
import { type Finding, isSaid, unless } from './finding.js';

/** What EN 16931 wants of the payment instructions. */
export function paymentFindings({ payment }: EInvoice): Finding[] {
  if (payment === undefined) return [];
  const { meansCode, account, card } = payment;
  const isTransfer = meansCode === '30' || meansCode === '58';
  return [
    ...unless(isSaid(meansCode), {
      rule: 'BR-49',
      pointer: '/payment/means',
      message: 'The payment instructions do not say by which means.',
    }),
    ...unless(!isSaid(meansCode) || isPaymentMeansCode(meansCode), {
      rule: 'BR-CL-16',
      pointer: '/payment/means',
      message: `${meansCode ?? ''} is not a code of UNCL 4461.`,
    }),
    ...unless(!isTransfer || isSaid(account?.iban), {
      rule: 'BR-61',
      pointer: '/payment/iban',
      message: 'A transfer needs the account that it goes to.',
    }),
    ...unless((card?.lastDigits?.length ?? 0) <= 10, {
      rule: 'BR-51',
      pointer: '/payment/card_last_digits',
      message: 'Of a card number only the first six and the last four digits may be told.',
    }),
  ];
}
