import { type LabelOverrides } from '../common/i18n/labels.js';
import { type EInvoiceFormat } from '../einvoice/formats.js';
import { defaultNumberFormat } from '../numbering/number-format.js';
import { type LogoPosition } from '../pdf/template-versions.js';
import { type PaymentCodeChoice } from '../payment-codes/payment-request.js';
import { type PaymentMeans } from '../einvoice/codes/payment-means.js';

/** Where e-invoices reach a party, with the EAS code of the kind of address. */
export interface ElectronicAddress {
  readonly scheme: string;
  readonly id: string;
}

/** A postal address; every part is optional, as forms of the world differ. */
export interface Address {
  readonly line1?: string;
  readonly line2?: string;
  readonly city?: string;
  readonly postal_code?: string;
  readonly region?: string;
  readonly country?: string;
}

/** Where the money goes, and which code on the page takes it there. */
export interface PaymentDetails {
  readonly iban?: string;
  readonly bic?: string;
  readonly account_name?: string;
  readonly reference?: string;
  /** Left out is none. */
  readonly code?: PaymentCodeChoice;
  /** With {number}, {amount} and {currency} as places. */
  readonly link?: string;
  readonly means?: PaymentMeans;
  readonly mandate?: string;
  readonly creditor_id?: string;
  readonly debited_iban?: string;
  readonly card_last_digits?: string;
  readonly card_holder?: string;
}

/** Who sends the invoices of an account, and what they look like unless a request says otherwise. */
export interface Organization {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly tax_id: string | null;
  readonly registration_number: string | null;
  /** ICD code (ISO 6523). */
  readonly registration_scheme: string | null;
  readonly contact_name: string | null;
  readonly electronic_addresses: readonly ElectronicAddress[] | null;
  readonly address: Address | null;
  readonly payment: PaymentDetails | null;
  readonly currency: string;
  readonly language: string;
  readonly second_language: string | null;
  readonly labels: LabelOverrides | null;
  readonly time_zone: string;
  readonly number_format: string;
  readonly payment_terms_days: number | null;
  readonly accent_color: string | null;
  /** What amounts due in the account's currency are rounded to, as decimal text. */
  readonly cash_rounding: string | null;
  readonly logo_id: string | null;
  readonly template: string | null;
  readonly logo_position: LogoPosition | null;
  /** What invoices that say nothing are made as; null is a PDF alone. */
  readonly e_invoice_format: EInvoiceFormat | null;
}

/** What a new account starts with, until its owner says more. */
export const newOrganization = {
  email: null,
  phone: null,
  website: null,
  tax_id: null,
  registration_number: null,
  registration_scheme: null,
  contact_name: null,
  electronic_addresses: null,
  address: null,
  payment: null,
  currency: 'USD',
  language: 'en',
  second_language: null,
  labels: null,
  time_zone: 'UTC',
  number_format: defaultNumberFormat,
  payment_terms_days: null,
  accent_color: null,
  cash_rounding: null,
  logo_id: null,
  template: null,
  logo_position: null,
  e_invoice_format: null,
} as const;

/** Only an active account is let in; a deleting one is on its way out, whatever happens to the process. */
export type AccountStatus = 'active' | 'suspended' | 'deleting';
