import { type CompleteRequest } from '../complete-request.js';
import { type AdjustmentDto } from '../dto/create-invoice.dto.js';
import { type TaxDto } from '../dto/tax.dto.js';
import { decimalsOf } from './random-invoices.js';
import { add, fraction, type Fraction, floor, less, read, round, times } from './fraction.js';

/**
 * The totals of a request, calculated a second time by the rules of decisions 2 and 23 with fractions
 * and without any code of the product. Shares that could fall to one part as well as to another, as
 * both have the same remainder, are not told: `groups` is missing then.
 */
export interface ReferenceTotals {
  readonly sure: Readonly<Record<string, string>>;
  /** "taxable,tax" of each tax, in no order. */
  readonly groups: readonly string[] | undefined;
}

/** Amounts in minor units that bear the same taxes. */
interface Pot {
  readonly taxes: readonly TaxDto[];
  sum: bigint;
}

class Undecided extends Error {}

const zero = fraction(0n);
const hundred = fraction(100n);

export function referenceTotals(request: CompleteRequest): ReferenceTotals {
  const decimals = decimalsOf[request.currency ?? ''] ?? 2;
  const unit = fraction(10n ** BigInt(decimals));
  const lines = request.line_items.map((line) => {
    const before = round(times(times(read(line.quantity), read(line.unit_price)), unit));
    return { taxes: line.taxes ?? [], sum: before - off(line.discount, before, unit) };
  });
  const entered = lines.reduce((sum, line) => sum + line.sum, 0n);
  const pots = potsOf(lines);
  const changes = [
    ...(request.discounts ?? []).map((each) => ({ each, sign: -1n })),
    ...(request.charges ?? []).map((each) => ({ each, sign: 1n })),
  ].map(({ each, sign }) => ({ each, amount: sign * off(each, entered, unit) }));
  const gross = changes.reduce((sum, { amount }) => sum + amount, entered);
  try {
    const all = potsOf([...lines, ...changes.flatMap((change) => partsOf(change, pots))]);
    const groups = request.prices_include_tax === true ? inside(all) : onTop(all);
    const tax = groups.reduce((sum, group) => sum + group.tax, 0n);
    const total = request.prices_include_tax === true ? gross : gross + tax;
    const text = (minor: bigint) => amountText(minor, decimals);
    return {
      sure: { tax_total: text(tax), total: text(total), ...settled(request, total, tax) },
      groups: groups.map((group) => `${text(group.taxable)},${text(group.tax)}`),
    };
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return { sure: {}, groups: undefined };
  }
}

function settled(request: CompleteRequest, total: bigint, tax: bigint): Record<string, string> {
  const decimals = decimalsOf[request.currency ?? ''] ?? 2;
  const withheld = (request.withholdings ?? []).reduce((sum, { rate, base }) => {
    const of = fraction(base === 'tax' ? tax : total - tax);
    return sum + round(times(of, times(read(rate), fraction(1n, 100n))));
  }, 0n);
  const step = round(times(read(request.cash_rounding ?? 0), fraction(10n ** BigInt(decimals))));
  const rest = total - withheld;
  const due = step === 0n ? rest : round(fraction(rest, step)) * step;
  // The second currency of taxation is one of two decimals.
  const exchanged = times(fraction(tax, 10n ** BigInt(decimals)), read(request.exchange_rate ?? 0));
  return {
    withholding_total: amountText(withheld, decimals),
    amount_due: amountText(due, decimals),
    rounding_amount: amountText(due - rest, decimals),
    tax_total_in_tax_currency: amountText(round(times(exchanged, hundred)), 2),
  };
}

/** What a discount or charge comes to. */
function off(
  reduction: Pick<AdjustmentDto, 'percent' | 'amount'> | undefined,
  base: bigint,
  unit: Fraction,
): bigint {
  if (reduction === undefined) return 0n;
  if (reduction.percent == null) return round(times(read(reduction.amount ?? 0), unit));
  return round(times(fraction(base, 100n), read(reduction.percent)));
}

const keyOf = (taxes: readonly TaxDto[]) =>
  taxes
    .map((tax) => JSON.stringify(tax))
    .sort()
    .join();

function potsOf(parts: readonly Pot[]): Pot[] {
  const pots = new Map<string, Pot>();
  for (const { taxes, sum } of parts) {
    const key = keyOf(taxes);
    const pot = pots.get(key) ?? { taxes, sum: 0n };
    pot.sum += sum;
    pots.set(key, pot);
  }
  return [...pots.values()];
}

/** A change of the document with taxes of its own stays whole, another one goes to the lines by their sums. */
function partsOf({ each, amount }: { each: AdjustmentDto; amount: bigint }, pots: readonly Pot[]) {
  if (each.taxes !== undefined) return [{ taxes: each.taxes, sum: amount }];
  const sums = pots.map((pot) => pot.sum);
  const total = sums.reduce((sum, part) => sum + part, 0n);
  const size = (value: bigint) => (value < 0n ? -value : value);
  const weights = size(amount) > size(total) || total === 0n ? sums.map(size) : sums;
  const weight = weights.reduce((sum, part) => sum + part, 0n);
  const shares =
    weight === 0n
      ? pots.map(() => fraction(amount, BigInt(pots.length)))
      : weights.map((part) => fraction(amount * part, weight));
  return whole(shares).map((sum, index) => ({ taxes: pots[index]?.taxes ?? [], sum }));
}

interface Group {
  readonly taxable: bigint;
  readonly tax: bigint;
}

/** Each tax once on the sum of what bears it; a compound one also on the simple ones beside it. */
function onTop(pots: readonly Pot[]): Group[] {
  return taxesOf(pots).map((tax) => {
    const bearing = pots.filter((pot) => has(pot, tax));
    let taxable = bearing.reduce((sum, pot) => sum + pot.sum, 0n);
    if (tax.compound === true) {
      for (const simple of taxesOf(bearing).filter((each) => each.compound !== true)) {
        const both = bearing.filter((pot) => has(pot, simple));
        taxable += share(
          both.reduce((sum, pot) => sum + pot.sum, 0n),
          simple,
        );
      }
    }
    return { taxable, tax: share(taxable, tax) };
  });
}

const share = (amount: bigint, tax: TaxDto) =>
  round(times(fraction(amount, 100n), read(tax.rate ?? 0)));

/** Each pot holds its taxes: what they come to together is rounded once and then shared out. */
function inside(pots: readonly Pot[]): Group[] {
  const groups = new Map<string, { taxable: bigint; tax: bigint }>();
  for (const { taxes, sum } of pots) {
    const simple = taxes
      .filter((tax) => tax.compound !== true)
      .reduce((rate, tax) => add(rate, read(tax.rate ?? 0)), zero);
    const weights = taxes.map((tax) => {
      const base = tax.compound === true ? add(hundred, simple) : hundred;
      return times(times(read(tax.rate ?? 0), base), fraction(1n, 100n));
    });
    const gross = weights.reduce(add, hundred);
    const exact = weights.map((weight) =>
      times(fraction(sum), times(weight, fraction(gross.below, gross.above))),
    );
    const held = whole(exact);
    const net = sum - held.reduce((total, part) => total + part, 0n);
    const beneath = held
      .filter((_, at) => taxes[at]?.compound !== true)
      .reduce((total, part) => total + part, 0n);
    taxes.forEach((tax, at) => {
      const key = JSON.stringify(tax);
      const group = groups.get(key) ?? { taxable: 0n, tax: 0n };
      group.taxable += net + (tax.compound === true ? beneath : 0n);
      group.tax += held[at] ?? 0n;
      groups.set(key, group);
    });
  }
  return [...groups.values()];
}

function taxesOf(pots: readonly Pot[]): TaxDto[] {
  const byText = new Map(pots.flatMap((pot) => pot.taxes.map((tax) => [JSON.stringify(tax), tax])));
  return [...byText.values()];
}

const has = (pot: Pot, tax: TaxDto) =>
  pot.taxes.some((each) => JSON.stringify(each) === JSON.stringify(tax));

/** Whole parts whose sum is the rounded sum: the largest remainders get one more. */
function whole(exact: readonly Fraction[]): bigint[] {
  const sum = round(exact.reduce(add, zero));
  const mirror = sum < 0n ? -1n : 1n;
  const parts = exact.map((part) => {
    const mirrored = times(part, fraction(mirror));
    const down = floor(mirrored);
    return { down, rest: add(mirrored, fraction(-down)) };
  });
  const missing = Number(mirror * sum - parts.reduce((total, { down }) => total + down, 0n));
  const order = parts.map((_, at) => at).sort((a, b) => (isLess(parts, b, a) ? -1 : 1));
  const [last, next] = [order[missing - 1], order[missing]];
  const sure = last === undefined || next === undefined || isLess(parts, next, last);
  if (!sure) throw new Undecided();
  const raised = new Set(order.slice(0, missing));
  return parts.map(({ down }, at) => mirror * (down + (raised.has(at) ? 1n : 0n)));
}

function isLess(parts: readonly { rest: Fraction }[], at: number, than: number): boolean {
  return less(parts[at]?.rest ?? zero, parts[than]?.rest ?? zero);
}

function amountText(minor: bigint, decimals: number): string {
  const sign = minor < 0n ? '-' : '';
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return sign + digits.slice(0, point) + (decimals === 0 ? '' : `.${digits.slice(point)}`);
}
