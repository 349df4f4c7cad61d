/** The kinds of code that a page can carry. */
export const paymentCodeKinds = ['epc', 'swiss_qr', 'link'] as const;
export type PaymentCodeKind = (typeof paymentCodeKinds)[number];

/** What may be chosen: a kind, none, or whichever suits the invoice. */
export const paymentCodeChoices = ['none', 'automatic', ...paymentCodeKinds] as const;
export type PaymentCodeChoice = (typeof paymentCodeChoices)[number];

/** Who pays or is paid. */
export interface PaymentParty {
  readonly name: string;
  readonly address?: {
    readonly line1?: string;
    readonly postalCode?: string;
    readonly city?: string;
    readonly country?: string;
  };
}

/** All that a payment code may say. */
export interface PaymentRequest {
  /** In the smallest unit of the currency. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly iban?: string;
  readonly bic?: string;
  /** Holder of the account, where it is not the creditor by the same name. */
  readonly accountName?: string;
  readonly reference?: string;
  readonly link?: string;
  readonly creditor: PaymentParty;
  readonly debtor: PaymentParty;
  /** The number of the invoice. */
  readonly number: string;
}

/** The payment detail that keeps a code from being made, and why. */
export interface PaymentCodeFault {
  readonly at: 'code' | 'iban' | 'bic' | 'account_name' | 'reference' | 'link';
  readonly message: string;
  readonly hint?: string;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: PaymentCodeFault };

export const made = <T>(value: T): Checked<T> => ({ ok: true, value });

export const impossible = (
  at: PaymentCodeFault['at'],
  message: string,
  hint?: string,
): { readonly ok: false; readonly fault: PaymentCodeFault } => ({
  ok: false,
  fault: { at, message, ...(hint !== undefined && { hint }) },
});

/** The largest amount of a transfer by EPC code or QR-bill, in cents. */
export const transferMinorMax = 99_999_999_999n;

/** Whoever gets the money, on one line. */
export function creditorName({ accountName, creditor }: PaymentRequest): string {
  return (accountName ?? creditor.name).replaceAll(/\s+/g, ' ').trim();
}
