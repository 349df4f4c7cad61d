import { type Fault } from '../common/errors/app-error.js';
import { compareDays, isDay } from './domain/days.js';
import { type CreateInvoiceDto } from './dto/create-invoice.dto.js';

const code = 'not_for_this_type';

/** What only papers that ask for money say. */
const askingForMoney = ['due_date', 'payment_terms_days', 'payment'] as const;

/** What a request says although documents of its type do not; any field may be missing or of a wrong type. */
export function documentTypeFaults(request: Partial<CreateInvoiceDto>, today: string): Fault[] {
  const { type, valid_until: validUntil } = request;
  if (type === 'quote') return [...moneyFaults(request), ...validityFaults(request, today)];
  if (validUntil == null) return [];
  const message = 'Only a quote says how long it holds.';
  return [{ pointer: '/valid_until', code, message, hint: 'Send type "quote", or leave it out.' }];
}

function moneyFaults(request: Partial<CreateInvoiceDto>): Fault[] {
  return askingForMoney
    .filter((name) => request[name] != null)
    .map((name) => ({
      pointer: `/${name}`,
      code,
      message: 'A quote asks for no money yet.',
      hint:
        name === 'payment'
          ? 'Leave it out; the invoice that is made of the quote says where to pay.'
          : 'Send valid_until to say how long the quote holds.',
    }));
}

function validityFaults(
  { date, valid_until: validUntil }: Partial<CreateInvoiceDto>,
  today: string,
): Fault[] {
  const from = date ?? today;
  if (!isDay(from) || !isDay(validUntil) || compareDays(validUntil, from) >= 0) return [];
  const message = `The quote would be over before its date (${from}).`;
  return [{ pointer: '/valid_until', code: 'valid_before_date', message }];
}
