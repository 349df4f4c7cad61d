import { epcPayload } from './epc.js';
import { paymentLink } from './payment-link.js';
import {
  type Checked,
  impossible,
  made,
  type PaymentCodeKind,
  type PaymentRequest,
} from './payment-request.js';
import { type SwissQrBill, swissQrBill, swissQrPayload } from './swiss-qr.js';

/** A code with the text in it; a QR-bill is printed in words as well. */
export type PaymentCode =
  | { readonly kind: 'epc' | 'link'; readonly payload: string }
  | { readonly kind: 'swiss_qr'; readonly payload: string; readonly bill: SwissQrBill };

/** Slips come first, because who gets one expects nothing else; a link is what is left. */
const preference: readonly PaymentCodeKind[] = ['swiss_qr', 'epc', 'link'];

/** The code of this kind, or what keeps it from being made. */
export function paymentCode(kind: PaymentCodeKind, request: PaymentRequest): Checked<PaymentCode> {
  if (request.amountMinor <= 0n) {
    return impossible('code', 'There is nothing to pay, so there is no code to pay it with.');
  }
  if (kind === 'swiss_qr') {
    const bill = swissQrBill(request);
    if (!bill.ok) return bill;
    return made({ kind, payload: swissQrPayload(bill.value), bill: bill.value });
  }
  const payload = kind === 'epc' ? epcPayload(request) : paymentLink(request);
  return payload.ok ? made({ kind, payload: payload.value }) : payload;
}

/** The kind that suits the request best; undefined where none can be made. */
export function suitableKind(request: PaymentRequest): PaymentCodeKind | undefined {
  return preference.find((kind) => paymentCode(kind, request).ok);
}
