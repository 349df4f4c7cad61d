import { currencyDecimals, formatMinor } from '../money/currency.js';
import { type Checked, impossible, made, type PaymentRequest } from './payment-request.js';

const lengthMax = 500;

/** What may stand in braces in a link, and what each stands for. */
const places = {
  number: ({ number }: PaymentRequest) => number,
  amount: ({ amountMinor, currency }: PaymentRequest) =>
    formatMinor(amountMinor, currencyDecimals(currency) ?? 2),
  currency: ({ currency }: PaymentRequest) => currency,
};

/** Whether a text can be the link of a payment code: https, with {number}, {amount} and {currency} at most. */
export function isPaymentLink(text: string): boolean {
  const names = Array.from(text.matchAll(/\{(.*?)\}/g), ([, name = '']) => name);
  if (!names.every((name) => Object.hasOwn(places, name))) return false;
  const plain = text.replaceAll(/\{\w+\}/g, '0');
  return /^https:\/\/[^\s{}]+$/.test(plain) && URL.canParse(plain);
}

/** The link with what its places stand for, escaped as a link needs it. */
export function paymentLink(request: PaymentRequest): Checked<string> {
  if (request.link === undefined) return impossible('link', 'A link to pay at is needed.');
  const link = request.link.replaceAll(/\{(number|amount|currency)\}/g, (_, name: string) =>
    encodeURIComponent(places[name as keyof typeof places](request)),
  );
  const { href } = new URL(link);
  return href.length > lengthMax
    ? impossible('link', `The link gets longer than ${lengthMax} characters.`)
    : made(href);
}
