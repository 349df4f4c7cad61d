import { type Fault, InvalidRequest } from '../common/errors/app-error.js';
import { missing } from '../common/http/fields.js';
import { type Invoice } from '../invoices/invoice.js';
import { recipientsMax, type SendEmailDto } from './dto/email.dto.js';

/** Who gets a mail, each address once. */
export interface Recipients {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
}

/**
 * The addresses that a request names, or else the recipient of the invoice; `copyTo` gets an unseen copy on
 * top of them. @throws InvalidRequest where there are too many
 */
export function recipientsOf(
  { recipient }: Pick<Invoice, 'recipient'>,
  request: Pick<SendEmailDto, 'to' | 'cc' | 'bcc'>,
  copyTo: string | null,
): Recipients {
  const usual = recipient.email === undefined ? [] : [recipient.email];
  const seen = new Set<string>();
  const fresh = (addresses: readonly string[]) =>
    addresses.filter((address) => !seen.has(address) && seen.add(address));
  const to = fresh(request.to ?? usual);
  const cc = fresh(request.cc ?? []);
  const bcc = fresh(request.bcc ?? []);
  if (seen.size > recipientsMax) throw new InvalidRequest([tooMany(request, seen.size)]);
  return { to, cc, bcc: [...bcc, ...fresh(copyTo === null ? [] : [copyTo])] };
}

/** @throws InvalidRequest where neither the request nor the invoice has an address */
export function expectRecipient({ to }: Recipients): void {
  if (to.length > 0) return;
  const hint = 'The recipient of this invoice has no e-mail address: name one.';
  throw new InvalidRequest([{ pointer: '/to', ...missing, hint }]);
}

function tooMany({ cc, bcc }: Pick<SendEmailDto, 'cc' | 'bcc'>, count: number): Fault {
  return {
    pointer: bcc != null ? '/bcc' : cc != null ? '/cc' : '/to',
    code: 'too_many',
    message: `At most ${recipientsMax} addresses are allowed in all, got ${count}.`,
  };
}
