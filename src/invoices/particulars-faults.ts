import { type Fault } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';
import { isPart, placedParts } from '../common/parts.js';
import { compareDays, isDay } from './domain/days.js';
import { type CreateInvoiceDto } from './dto/create-invoice.dto.js';
import { pdfOnly, type InvoicingPeriodDto } from './dto/particulars.dto.js';

type Path = readonly (string | number)[];

/** What is wrong between the particulars of a request; any of them may be missing or of a wrong type. */
export function particularsFaults(request: Partial<CreateInvoiceDto>): Fault[] {
  const { type, format, period, line_items: lines } = request;
  const faults = [...periodFaults(period, ['period'])];
  for (const [line, at] of placedParts(lines)) {
    faults.push(...periodFaults(line.period, ['line_items', at, 'period']));
  }
  if (type != null && type !== 'invoice' && format != null && format !== pdfOnly) {
    faults.push({
      pointer: '/format',
      code: 'not_for_this_type',
      message: 'Only invoices and credit notes are e-invoices.',
      hint: 'Leave it out; the invoice that is made of this document can be one.',
    });
  }
  return faults;
}

function periodFaults(period: InvoicingPeriodDto | null | undefined, path: Path): Fault[] {
  if (!isPart(period) || !isDay(period.start) || !isDay(period.end)) return [];
  if (compareDays(period.start, period.end) <= 0) return [];
  const message = 'The last day of the period lies before its first one.';
  return [{ pointer: pointer(...path, 'end'), code: 'period_reversed', message }];
}
