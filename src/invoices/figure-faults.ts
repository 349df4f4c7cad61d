import { type Fault } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';
import { formatMinor, toMinor } from '../money/currency.js';
import { decimalText } from '../money/decimal.js';
import { decimalOf } from '../money/checked-decimal.js';
import { type Totals } from './domain/totals.js';
import { type TotalsFault, type TotalsFaultReason } from './domain/totals-faults.js';
import { type CreateInvoiceDto } from './dto/create-invoice.dto.js';

const listOf = { line: 'line_items', discount: 'discounts', charge: 'charges' } as const;

const reasons: Readonly<Record<TotalsFaultReason, string>> = {
  amount_too_large:
    'The amount is larger than 9,007,199,254,740,991 of the smallest unit of the currency.',
  tax_repeated: 'The same tax stands here twice.',
  tax_rate_too_low: 'Prices cannot include taxes of -100 % or less.',
  percent_base_missing:
    'No line has exactly these taxes, so there is nothing to take a percentage of.',
};

/** A fault of the calculation in the words of the request. */
export function figureFault(fault: TotalsFault): Fault {
  const where =
    fault.at === 'total' || fault.at === 'tax' ? '' : pointer(listOf[fault.at], fault.index);
  return { pointer: where, code: fault.reason, message: reasons[fault.reason] };
}

/** A fault if the caller expects another total than the calculated one. */
export function expectationFaults(
  request: Pick<CreateInvoiceDto, 'expected_total'>,
  totals: Pick<Totals, 'totalMinor'>,
  decimals: number,
): Fault[] {
  if (request.expected_total == null) return [];
  const expectedMinor = toMinor(decimalOf(request.expected_total), decimals);
  if (expectedMinor === totals.totalMinor) return [];
  const calculated = formatMinor(totals.totalMinor, decimals);
  const expected = decimalText(decimalOf(request.expected_total));
  return [
    {
      pointer: '/expected_total',
      code: 'total_mismatch',
      message: `The total is ${calculated}, not ${expected} as expected.`,
      hint: 'POST /v1/invoices/preview shows how the total is made.',
    },
  ];
}
