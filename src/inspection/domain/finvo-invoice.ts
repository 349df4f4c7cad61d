/** An invoice as a request of Finvo says it (`POST /v1/invoices`): whatever a document does not say is left out. */
export interface FinvoInvoice {
  readonly invoice_number?: string | undefined;
  readonly date?: string | undefined;
  readonly due_date?: string | undefined;
  readonly currency?: string | undefined;
  readonly tax_currency?: string | undefined;
  readonly organization?: FinvoParty | undefined;
  readonly recipient?: FinvoRecipient | undefined;
  readonly line_items: readonly FinvoLine[];
  readonly discounts?: readonly FinvoAdjustment[] | undefined;
  readonly charges?: readonly FinvoAdjustment[] | undefined;
  readonly notes?: string | undefined;
  readonly terms?: string | undefined;
  readonly reference?: string | undefined;
  readonly references?: FinvoReferences | undefined;
  readonly preceding_invoices?:
    readonly { readonly number: string; readonly date?: string | undefined }[] | undefined;
  readonly delivery?: FinvoDelivery | undefined;
  readonly period?: FinvoPeriod | undefined;
  readonly prepaid_amount?: string | undefined;
  readonly payment?: FinvoPayment | undefined;
  readonly expected_total?: string | undefined;
}

export interface FinvoAddress {
  readonly line1?: string | undefined;
  readonly line2?: string | undefined;
  readonly city?: string | undefined;
  readonly postal_code?: string | undefined;
  readonly region?: string | undefined;
  readonly country?: string | undefined;
}

/** The organization; the recipient has a reference more. */
export interface FinvoParty {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly contact_name?: string | undefined;
  readonly tax_id?: string | undefined;
  readonly registration_number?: string | undefined;
  readonly registration_scheme?: string | undefined;
  readonly electronic_addresses?:
    readonly { readonly scheme?: string | undefined; readonly id: string }[] | undefined;
  readonly address?: FinvoAddress | undefined;
}

export interface FinvoRecipient extends FinvoParty {
  readonly buyer_reference?: string | undefined;
}

export interface FinvoTax {
  readonly name: string;
  readonly rate: string;
  readonly category?: string | undefined;
  readonly exemption_reason?: string | undefined;
}

/** A discount of a line; those of the document have taxes too. */
export interface FinvoDiscount {
  readonly amount?: string | undefined;
  readonly percent?: string | undefined;
  readonly reason?: string | undefined;
}

export interface FinvoAdjustment extends FinvoDiscount {
  readonly taxes?: readonly FinvoTax[] | undefined;
}

export interface FinvoLine {
  readonly description?: string | undefined;
  readonly details?: string | undefined;
  readonly quantity?: string | undefined;
  readonly unit_code?: string | undefined;
  readonly unit_price?: string | undefined;
  readonly discount?: FinvoDiscount | undefined;
  readonly taxes?: readonly FinvoTax[] | undefined;
  readonly period?: FinvoPeriod | undefined;
}

export interface FinvoReferences {
  readonly contract?: string | undefined;
  readonly project?: string | undefined;
  readonly sales_order?: string | undefined;
  readonly accounting?: string | undefined;
}

export interface FinvoDelivery {
  readonly date?: string | undefined;
  readonly name?: string | undefined;
  readonly address?: FinvoAddress | undefined;
}

export interface FinvoPeriod {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

export interface FinvoPayment {
  readonly iban?: string | undefined;
  readonly bic?: string | undefined;
  readonly account_name?: string | undefined;
  readonly reference?: string | undefined;
  readonly means?: string | undefined;
  readonly mandate?: string | undefined;
  readonly creditor_id?: string | undefined;
  readonly debited_iban?: string | undefined;
  readonly card_last_digits?: string | undefined;
  readonly card_holder?: string | undefined;
}

/** Something of the document that a request cannot say, at its place in the request. */
export interface LeftOut {
  readonly pointer: string;
  readonly message: string;
}
