import { decimalText } from '../../money/decimal.js';
import { type EInvoice, type LineTax } from '../model.js';
import { centsOf, numberOf } from './decimals.js';

/** In cents by category and rate. */
export type Sums = ReadonlyMap<string, bigint>;

/** What the lines, charges and allowances of each category and rate come to, in one pass over them. */
export function sumsOf({ lines, charges, allowances }: EInvoice): Sums {
  const sums = new Map<string, bigint>();
  const rates = new Map<string | undefined, string>();
  const add = ({ category, rate }: LineTax, cents: bigint): void => {
    const known = rates.get(rate) ?? plainRate(rate);
    rates.set(rate, known);
    const group = `${category ?? ''} ${known}`;
    sums.set(group, (sums.get(group) ?? 0n) + cents);
  };
  for (const { tax, netAmount } of lines) add(tax, centsOf(netAmount) ?? 0n);
  for (const { tax, amount } of charges) add(tax, centsOf(amount) ?? 0n);
  for (const { tax, amount } of allowances) add(tax, -(centsOf(amount) ?? 0n));
  return sums;
}

/** 19 and 19.00 are the same rate; none is 0. */
export function plainRate(rate = '0'): string {
  const number = numberOf(rate);
  return number === undefined ? rate : decimalText(number);
}
