import { hintUnits } from '../codes/unit-names.js';
import { isUnitCode } from '../codes/unit-codes.js';
import { type EInvoice, type LineAdjustment, type TradeLine } from '../model.js';
import { numberOf } from './decimals.js';
import { periodFindings } from './document.js';
import { type Finding, isSaid, unless } from './finding.js';

/** What EN 16931 wants of each line. */
export function lineFindings({ lines }: EInvoice): Finding[] {
  return lines.flatMap((line, index) => [
    ...factFindings(line, `/line_items/${index}`),
    ...unitFindings(line, `/line_items/${index}`),
    ...adjustmentFindings(line.allowances, `/line_items/${index}`, ['BR-41', 'BR-42']),
    ...adjustmentFindings(line.charges, `/line_items/${index}`, ['BR-43', 'BR-44']),
    ...periodFindings(line.period, `/line_items/${index}/period`, {
      reversed: 'BR-30',
      empty: 'BR-CO-20',
    }),
  ]);
}

function factFindings(line: TradeLine, pointer: string): Finding[] {
  const price = numberOf(line.netPrice);
  return [
    ...unless(isSaid(line.id), { rule: 'BR-21', pointer, message: 'The line has no id.' }),
    ...unless(isSaid(line.quantity), {
      rule: 'BR-22',
      pointer: `${pointer}/quantity`,
      message: 'The line has no quantity.',
    }),
    ...unless(isSaid(line.netAmount), {
      rule: 'BR-24',
      pointer,
      message: 'The line has no net amount.',
    }),
    ...unless(isSaid(line.name), {
      rule: 'BR-25',
      pointer: `${pointer}/description`,
      message: 'The line does not say what is sold.',
    }),
    ...unless(price !== undefined, {
      rule: 'BR-26',
      pointer: `${pointer}/unit_price`,
      message: 'The line has no price.',
    }),
    ...unless(price === undefined || price.digits >= 0n, {
      rule: 'BR-27',
      pointer: `${pointer}/unit_price`,
      message: 'The price is negative.',
      hint: 'Send a negative quantity instead.',
    }),
    ...unless(isSaid(line.tax.category), {
      rule: 'BR-CO-04',
      pointer: `${pointer}/taxes`,
      message: 'The line has no VAT category.',
      hint: 'Add a tax: S with its rate, or Z, E, AE, K, G or O with the rate 0.',
    }),
  ];
}

function unitFindings({ unitCode }: TradeLine, pointer: string): Finding[] {
  if (isSaid(unitCode)) {
    return unless(isUnitCode(unitCode), {
      rule: 'BR-CL-23',
      pointer: `${pointer}/unit_code`,
      message: `${unitCode} is not a code of UN/ECE Recommendation 20 or 21.`,
      hint: `Use a code such as HUR, DAY or C62.`,
    });
  }
  return [
    {
      rule: 'BR-23',
      pointer: `${pointer}/unit`,
      message: 'There is no code for this unit.',
      hint: `Add unit_code (UN/ECE Recommendation 20), or use an everyday name such as ${hintUnits.join(', ')}.`,
    },
  ];
}

function adjustmentFindings(
  adjustments: readonly LineAdjustment[],
  pointer: string,
  [amountRule, reasonRule]: readonly [string, string],
): Finding[] {
  return adjustments.flatMap(({ amount, reason, reasonCode }) => [
    ...unless(isSaid(amount), {
      rule: amountRule,
      pointer: `${pointer}/discount`,
      message: 'A discount or charge of the line has no amount.',
    }),
    ...unless(isSaid(reason) || isSaid(reasonCode), {
      rule: reasonRule,
      pointer: `${pointer}/discount/reason`,
      message: 'A discount or charge of the line has no reason.',
    }),
  ]);
}
