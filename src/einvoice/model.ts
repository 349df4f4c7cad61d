/**
 * An invoice in the terms of EN 16931-1: what both syntaxes say, and nothing else. Amounts, prices, quantities and
 * rates are decimal text, days are ISO 8601. Whatever a foreign document may lack is optional here; the rules
 * say what has to be there.
 */
export interface EInvoice {
  /** BT-24, which of the specifications it follows. */
  readonly specification?: string | undefined;
  /** BT-23. */
  readonly process?: string | undefined;
  /** BT-1. */
  readonly number?: string | undefined;
  /** BT-2. */
  readonly issueDate?: string | undefined;
  /** BT-3, UNCL 1001: 380 an invoice, 381 a credit note. */
  readonly typeCode?: string | undefined;
  /** BT-5. */
  readonly currency?: string | undefined;
  /** BT-6. */
  readonly taxCurrency?: string | undefined;
  /** BT-9. */
  readonly dueDate?: string | undefined;
  /** BT-10, such as a Leitweg-ID. */
  readonly buyerReference?: string | undefined;
  readonly references: References;
  /** BT-20. */
  readonly paymentTerms?: string | undefined;
  /** BT-22. */
  readonly notes: readonly string[];
  /** BG-3. */
  readonly precedingInvoices: readonly PrecedingInvoice[];
  /** BG-4. */
  readonly seller: TradeParty;
  /** BG-7. */
  readonly buyer: TradeParty;
  /** BG-13. */
  readonly delivery?: Delivery | undefined;
  /** BG-14. */
  readonly period?: Period | undefined;
  /** BG-16. */
  readonly payment?: PaymentInstructions | undefined;
  /** BG-20. */
  readonly allowances: readonly DocumentAdjustment[];
  /** BG-21. */
  readonly charges: readonly DocumentAdjustment[];
  /** BG-22. */
  readonly totals: DocumentTotals;
  /** BG-23. */
  readonly taxes: readonly TaxBreakdown[];
  /** BG-25. */
  readonly lines: readonly TradeLine[];
}

/** Documents that the invoice names. */
export interface References {
  /** BT-11. */
  readonly project?: string | undefined;
  /** BT-12. */
  readonly contract?: string | undefined;
  /** BT-13. */
  readonly purchaseOrder?: string | undefined;
  /** BT-14. */
  readonly salesOrder?: string | undefined;
  /** BT-19, where the buyer books it. */
  readonly accounting?: string | undefined;
}

/** BT-25 and BT-26. */
export interface PrecedingInvoice {
  readonly number: string;
  readonly date?: string | undefined;
}

/** A value with the list that it is of, such as an electronic address (BT-34) with its EAS code. */
export interface Identifier {
  readonly value: string;
  readonly scheme?: string | undefined;
}

/** The seller or the buyer. */
export interface TradeParty {
  /** BT-27, BT-44. */
  readonly name?: string | undefined;
  /** BT-34, BT-49. */
  readonly electronicAddress?: Identifier | undefined;
  /** BT-30, BT-47, with an ICD code. */
  readonly legalRegistration?: Identifier | undefined;
  /** BT-31, BT-48. */
  readonly vatId?: string | undefined;
  /** BT-32: a tax number of the seller that is no VAT identifier. */
  readonly taxNumber?: string | undefined;
  readonly address?: TradeAddress | undefined;
  readonly contact?: Contact | undefined;
}

/** BG-5, BG-8, BG-15. */
export interface TradeAddress {
  readonly line1?: string | undefined;
  readonly line2?: string | undefined;
  readonly line3?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly region?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
}

/** BG-6, BG-9. */
export interface Contact {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** Where and when the goods or services were supplied. */
export interface Delivery {
  /** BT-70. */
  readonly name?: string | undefined;
  /** BT-72. */
  readonly date?: string | undefined;
  readonly address?: TradeAddress | undefined;
}

/** BT-73 and BT-74, BT-134 and BT-135; both days belong to it. */
export interface Period {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** How the amount due is to be paid, or was. */
export interface PaymentInstructions {
  /** BT-81, UNCL 4461. */
  readonly meansCode?: string | undefined;
  /** BT-83. */
  readonly remittance?: string | undefined;
  /** BG-17. */
  readonly account?: PayeeAccount | undefined;
  /** BG-18. */
  readonly card?: PaymentCard | undefined;
  /** BG-19. */
  readonly directDebit?: DirectDebit | undefined;
}

export interface PayeeAccount {
  /** BT-84. */
  readonly iban?: string | undefined;
  /** BT-85. */
  readonly name?: string | undefined;
  /** BT-86. */
  readonly bic?: string | undefined;
}

export interface PaymentCard {
  /** BT-87: the last four to six digits. */
  readonly lastDigits?: string | undefined;
  /** BT-88. */
  readonly holder?: string | undefined;
}

export interface DirectDebit {
  /** BT-89. */
  readonly mandate?: string | undefined;
  /** BT-90. */
  readonly creditorId?: string | undefined;
  /** BT-91. */
  readonly debitedIban?: string | undefined;
}

/** The VAT category (UNCL 5305) of a line, an allowance or a charge; O has no rate. */
export interface LineTax {
  readonly category?: string | undefined;
  readonly rate?: string | undefined;
}

/** What is taken off a line or added to it (BG-27, BG-28). */
export interface LineAdjustment {
  readonly amount?: string | undefined;
  readonly base?: string | undefined;
  readonly percent?: string | undefined;
  readonly reason?: string | undefined;
  readonly reasonCode?: string | undefined;
}

/** The same on the document, with a VAT category of its own (BG-20, BG-21). */
export interface DocumentAdjustment extends LineAdjustment {
  readonly tax: LineTax;
}

export interface DocumentTotals {
  /** BT-106. */
  readonly lineTotal?: string | undefined;
  /** BT-107. */
  readonly allowanceTotal?: string | undefined;
  /** BT-108. */
  readonly chargeTotal?: string | undefined;
  /** BT-109. */
  readonly withoutTax?: string | undefined;
  /** BT-110. */
  readonly taxTotal?: string | undefined;
  /** BT-111. */
  readonly taxTotalInTaxCurrency?: string | undefined;
  /** BT-112. */
  readonly withTax?: string | undefined;
  /** BT-113. */
  readonly prepaid?: string | undefined;
  /** BT-114. */
  readonly rounding?: string | undefined;
  /** BT-115. */
  readonly amountDue?: string | undefined;
}

/** One VAT category and rate with what it is taken on. */
export interface TaxBreakdown extends LineTax {
  /** BT-116. */
  readonly taxable?: string | undefined;
  /** BT-117. */
  readonly amount?: string | undefined;
  /** BT-120. */
  readonly exemptionReason?: string | undefined;
  /** BT-121, a VATEX code. */
  readonly exemptionCode?: string | undefined;
}

export interface TradeLine {
  /** BT-126. */
  readonly id?: string | undefined;
  /** BT-127. */
  readonly note?: string | undefined;
  /** BT-153. */
  readonly name?: string | undefined;
  /** BT-154. */
  readonly description?: string | undefined;
  /** BT-129. */
  readonly quantity?: string | undefined;
  /** BT-130, UN/ECE Recommendation 20 or 21. */
  readonly unitCode?: string | undefined;
  /** BT-131. */
  readonly netAmount?: string | undefined;
  /** BT-146. */
  readonly netPrice?: string | undefined;
  /** BT-149: how many units the price is for; left out is one. */
  readonly baseQuantity?: string | undefined;
  readonly period?: Period | undefined;
  /** BG-27. */
  readonly allowances: readonly LineAdjustment[];
  /** BG-28. */
  readonly charges: readonly LineAdjustment[];
  readonly tax: LineTax;
}
