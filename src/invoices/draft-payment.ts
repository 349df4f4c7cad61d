import { type PaymentDetails } from '../accounts/organization.js';
import { type Fault } from '../common/errors/app-error.js';
import { present } from '../common/present.js';
import { paymentCode, suitableKind } from '../payment-codes/payment-code.js';
import {
  type PaymentCodeChoice,
  type PaymentCodeFault,
  type PaymentCodeKind,
  paymentCodeKinds,
  type PaymentRequest,
} from '../payment-codes/payment-request.js';
import { type CreateInvoiceDto } from './dto/create-invoice.dto.js';
import { type InvoiceDraft } from './invoice.js';
import { paymentRequestOf } from './payment-request-of.js';

type Sent = CreateInvoiceDto['payment'] | null;

const accountFields = ['iban', 'bic', 'account_name'] as const;

/**
 * Where an invoice is to be paid. A request that names an account replaces the profile's as a whole, its
 * reference included; one without an account changes the other details only, and an empty one leaves all away.
 */
export function draftPayment(sent: Sent, profile: PaymentDetails | null): PaymentDetails | null {
  const usual = present(profile ?? {});
  const own = present(sent ?? {});
  if (sent != null && Object.keys(own).length === 0) return null;
  const { iban, bic, account_name, reference, ...code } = usual;
  const hasAccount = accountFields.some((name) => own[name] !== undefined);
  const account = hasAccount ? {} : present({ iban, bic, account_name, reference });
  const details: PaymentDetails = { ...code, ...account, ...own };
  return Object.keys(details).length > 0 ? details : null;
}

/** Longer than any number that is to come. */
const numberToCome = 'X'.repeat(40);

/**
 * The draft with the code that its page will have, or without one where none can be made.
 * @returns faults instead if the request itself asks for a certain code
 */
export function withPaymentCode(
  draft: InvoiceDraft,
  request: Pick<CreateInvoiceDto, 'payment' | 'invoice_number'>,
): InvoiceDraft | Fault[] {
  if (draft.payment === null) return draft;
  const { code: choice = 'none', link, ...details } = draft.payment;
  const asked = paymentRequestOf(draft, request.invoice_number ?? numberToCome);
  const kind = kindOf(choice, asked);
  if (kind === undefined) return { ...draft, payment: withCode(details) };
  const result = paymentCode(kind, asked);
  if (result.ok) return { ...draft, payment: withCode(details, kind, link) };
  const isAsked = request.payment?.code === kind;
  return isAsked ? [faultOf(result.fault)] : { ...draft, payment: withCode(details) };
}

/** The link belongs to a code of its kind only. */
function withCode(
  details: PaymentDetails,
  code?: PaymentCodeKind,
  link?: string,
): PaymentDetails | null {
  const payment = { ...details, ...present({ code, link: code === 'link' ? link : undefined }) };
  return Object.keys(payment).length > 0 ? payment : null;
}

function kindOf(choice: PaymentCodeChoice, asked: PaymentRequest): PaymentCodeKind | undefined {
  if (choice === 'automatic') return suitableKind(asked);
  return paymentCodeKinds.find((kind) => kind === choice);
}

function faultOf({ at, ...words }: PaymentCodeFault): Fault {
  return { pointer: `/payment/${at}`, code: 'payment_code_impossible', ...words };
}
