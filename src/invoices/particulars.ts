import { type Address } from '../accounts/organization.js';

/** The first and the last day that something is for, either of which may be left open. */
export interface Period {
  readonly start?: string;
  readonly end?: string;
}

/** When and where the goods or services were supplied (EN 16931 BG-13). */
export interface Delivery {
  readonly date?: string;
  /** Who received them, where that is not the recipient. */
  readonly name?: string;
  readonly address?: Address;
}

/** Documents and accounts that an invoice names beside the purchase order (EN 16931 BT-11, 12, 14 and 19). */
export interface References {
  readonly contract?: string;
  readonly project?: string;
  readonly sales_order?: string;
  readonly accounting?: string;
}

/** An invoice that this one follows, such as that of a part payment (EN 16931 BG-3). */
export interface PrecedingInvoice {
  readonly number: string;
  readonly date?: string;
}

/** What an invoice says about the business that it is for, in the names of the API; most say nothing. */
export interface Particulars {
  readonly delivery?: Delivery;
  readonly period?: Period;
  readonly references?: References;
  readonly preceding_invoices?: readonly PrecedingInvoice[];
}
