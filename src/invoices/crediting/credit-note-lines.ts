import { type Fault } from '../../common/errors/app-error.js';
import { pointer } from '../../common/errors/pointer.js';
import { isPart, placedParts } from '../../common/parts.js';
import { decimalOf } from '../../money/checked-decimal.js';
import { formatMinor, toMinor } from '../../money/currency.js';
import { decimalText } from '../../money/decimal.js';
import {
  type LineCredit,
  lineCreditMinor,
  type LineLeft,
  restOfLine,
} from '../domain/credit-lines.js';
import { type InvoiceDraft } from '../invoice.js';
import { type CreditedLine } from './credit-note-draft.js';
import { type Creditable, decimalsOf, linesLeft } from './credit-note-figures.js';
import { type CreditLineDto } from './dto/create-credit-note.dto.js';

/** What a credit note over all that is left takes of the lines. */
export function restOfLines(creditable: Creditable): CreditedLine[] {
  return linesLeft(creditable).flatMap((left, index) => {
    const credit = restOfLine(left);
    return credit === undefined ? [] : [{ index, credit, amountMinor: left.amountMinor }];
  });
}

/**
 * The lines that a request names in the order of the invoice, or everything that is wrong with them. Those with
 * faults that are `known` already are left out.
 */
export function requestedLines(
  creditable: Creditable,
  requested: readonly CreditLineDto[],
  known: readonly Fault[],
): { lines: readonly CreditedLine[]; faults: readonly Fault[] } {
  const left = linesLeft(creditable);
  const lines: CreditedLine[] = [];
  const faults: Fault[] = [];
  const hasFault = (place: number) =>
    known.some(({ pointer: at }) => `${at}/`.startsWith(`${pointer('lines', place)}/`));
  placedParts(requested).forEach(([line, place]) => {
    if (hasFault(place)) return;
    const isRepeated =
      requested.findIndex((each) => isPart(each) && each.index === line.index) < place;
    const read = isRepeated ? repeated(place) : requestedLine(line, place, { creditable, left });
    if ('code' in read) faults.push(read);
    else lines.push(read);
  });
  return { lines: lines.sort((one, other) => one.index - other.index), faults };
}

function requestedLine(
  line: CreditLineDto,
  place: number,
  { creditable: { invoice }, left: all }: { creditable: Creditable; left: readonly LineLeft[] },
): CreditedLine | Fault {
  const { index } = line;
  const left = all[index];
  if (left === undefined) return noSuchLine(place, invoice);
  const credit = creditOf(line, decimalsOf(invoice));
  if (credit === undefined) return quantityOrAmount(place);
  if (credit === 'too_many_decimals') return tooManyDecimals(place, invoice);
  const amountMinor = lineCreditMinor(credit, left);
  const field = 'quantity' in credit ? 'quantity' : 'amount';
  if (typeof amountMinor === 'bigint') return { index, credit, amountMinor };
  const at = pointer('lines', place, field);
  if (amountMinor === 'nothing') {
    return { pointer: at, code: 'credits_nothing', message: 'Zero credits nothing.' };
  }
  const rest =
    field === 'quantity'
      ? decimalText(left.quantity)
      : formatMinor(left.amountMinor, decimalsOf(invoice));
  return {
    pointer: at,
    code: 'credited_too_much',
    message: 'More than is left of this line would be credited.',
    hint: `Its ${field} that is left: ${rest}.`,
  };
}

function creditOf(
  { quantity, amount }: CreditLineDto,
  decimals: number,
): LineCredit | 'too_many_decimals' | undefined {
  if ((quantity == null) === (amount == null)) return undefined;
  if (quantity != null) return { quantity: decimalOf(quantity) };
  const amountMinor = toMinor(decimalOf(amount ?? 0), decimals);
  return amountMinor === undefined ? 'too_many_decimals' : { amountMinor };
}

function repeated(place: number): Fault {
  return {
    pointer: pointer('lines', place, 'index'),
    code: 'line_repeated',
    message: 'This line stands in the request before.',
    hint: 'Name each line of the invoice once.',
  };
}

function noSuchLine(place: number, { lines }: InvoiceDraft): Fault {
  return {
    pointer: pointer('lines', place, 'index'),
    code: 'no_such_line',
    message: `The invoice has ${lines.length} lines, counted from 0.`,
  };
}

function quantityOrAmount(place: number): Fault {
  return {
    pointer: pointer('lines', place),
    code: 'quantity_or_amount',
    message: 'Send quantity or amount, and not both.',
  };
}

function tooManyDecimals(place: number, invoice: InvoiceDraft): Fault {
  return {
    pointer: pointer('lines', place, 'amount'),
    code: 'too_many_decimals',
    message: `Amounts in this currency have ${decimalsOf(invoice)} decimals.`,
  };
}
