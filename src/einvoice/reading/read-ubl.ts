import {
  type Delivery,
  type DocumentAdjustment,
  type DocumentTotals,
  type EInvoice,
  type PaymentInstructions,
  type References,
  type TaxBreakdown,
  type TradeLine,
} from '../model.js';
import { taxTotalsOf } from './tax-totals.js';
import {
  address,
  adjustment,
  adjustments,
  leaf,
  leaves,
  lineTax,
  part,
  parts,
  party,
  period,
  value,
} from './ubl-elements.js';
import { attributeOf, present, textOf, wholeTextOf } from './xml-query.js';
import { type XmlElement } from './xml-tree.js';

/** What an invoice and a credit note call differently. */
const names = {
  Invoice: { typeCode: 'InvoiceTypeCode', line: 'InvoiceLine', quantity: 'InvoicedQuantity' },
  CreditNote: {
    typeCode: 'CreditNoteTypeCode',
    line: 'CreditNoteLine',
    quantity: 'CreditedQuantity',
  },
} as const;

/** UNCL 1001: an additional document that is a project (CEN/TS 16931-3-2, BT-11 of a credit note). */
const projectTypeCode = '50';

/** Peppol's word for an order without a number, where that of the seller has to stand in one. */
const noOrder = 'NA';

/**
 * What an invoice or a credit note of UBL 2.1 (as CEN/TS 16931-3-2 binds it to EN 16931) says, as it is
 * written; what the model has no place for is left out.
 */
export function readUbl(root: XmlElement): EInvoice {
  const own = root.name === 'CreditNote' ? names.CreditNote : names.Invoice;
  const seller = part(root, 'AccountingSupplierParty', 'Party');
  const { allowances, charges } = adjustments(root);
  return {
    specification: value(root, 'CustomizationID'),
    process: value(root, 'ProfileID'),
    number: value(root, 'ID'),
    issueDate: value(root, 'IssueDate'),
    typeCode: value(root, own.typeCode),
    currency: value(root, 'DocumentCurrencyCode'),
    taxCurrency: value(root, 'TaxCurrencyCode'),
    // A credit note has no other place for it.
    dueDate: value(root, 'DueDate') ?? value(root, 'PaymentMeans', 'PaymentDueDate'),
    buyerReference: value(root, 'BuyerReference'),
    references: references(root),
    paymentTerms: wholeTextOf(leaf(root, 'PaymentTerms', 'Note')),
    notes: leaves(root, 'Note').flatMap((note) => textOf(note) ?? []),
    precedingInvoices: parts(root, 'BillingReference').map((reference) => ({
      number: value(reference, 'InvoiceDocumentReference', 'ID') ?? '',
      date: value(reference, 'InvoiceDocumentReference', 'IssueDate'),
    })),
    seller: party(seller),
    buyer: party(part(root, 'AccountingCustomerParty', 'Party')),
    delivery: delivery(part(root, 'Delivery')),
    period: period(root),
    payment: payment(root, seller),
    allowances: allowances.map(documentAdjustment),
    charges: charges.map(documentAdjustment),
    totals: totals(root),
    taxes: parts(root, 'TaxTotal')
      .flatMap((total) => parts(total, 'TaxSubtotal'))
      .map(taxBreakdown),
    lines: parts(root, own.line).map((line) => tradeLine(line, own.quantity)),
  };
}

function references(root: XmlElement): References {
  const salesOrder = value(root, 'OrderReference', 'SalesOrderID');
  const order = value(root, 'OrderReference', 'ID');
  const project = parts(root, 'AdditionalDocumentReference').find(
    (reference) => value(reference, 'DocumentTypeCode') === projectTypeCode,
  );
  return {
    project: value(root, 'ProjectReference', 'ID') ?? value(project, 'ID'),
    contract: value(root, 'ContractDocumentReference', 'ID'),
    purchaseOrder: order === noOrder && salesOrder !== undefined ? undefined : order,
    salesOrder,
    accounting: value(root, 'AccountingCost'),
  };
}

function delivery(from: XmlElement | undefined): Delivery | undefined {
  return present({
    name: value(from, 'DeliveryParty', 'PartyName', 'Name'),
    date: value(from, 'ActualDeliveryDate'),
    address: address(part(from, 'DeliveryLocation', 'Address')),
  });
}

/** EN 16931 has one way of paying; further ones are left out. */
function payment(
  root: XmlElement,
  seller: XmlElement | undefined,
): PaymentInstructions | undefined {
  const means = part(root, 'PaymentMeans');
  const account = part(means, 'PayeeFinancialAccount');
  const mandate = part(means, 'PaymentMandate');
  return present({
    meansCode: value(means, 'PaymentMeansCode'),
    remittance: value(means, 'PaymentID'),
    account: present({
      iban: value(account, 'ID'),
      name: value(account, 'Name'),
      bic: value(account, 'FinancialInstitutionBranch', 'ID'),
    }),
    card: present({
      lastDigits: value(means, 'CardAccount', 'PrimaryAccountNumberID'),
      holder: value(means, 'CardAccount', 'HolderName'),
    }),
    directDebit: present({
      mandate: value(mandate, 'ID'),
      creditorId: creditorId(seller) ?? creditorId(part(root, 'PayeeParty')),
      debitedIban: value(mandate, 'PayerFinancialAccount', 'ID'),
    }),
  });
}

/** BT-90 is an identifier of whoever is paid, with a scheme of its own. */
function creditorId(party_: XmlElement | undefined): string | undefined {
  const ids = parts(party_, 'PartyIdentification').map((each) => leaf(each, 'ID'));
  return textOf(ids.find((id) => attributeOf(id, 'schemeID') === 'SEPA'));
}

function documentAdjustment(from: XmlElement): DocumentAdjustment {
  return { ...adjustment(from), tax: lineTax(part(from, 'TaxCategory')) };
}

function totals(root: XmlElement): DocumentTotals {
  const sums = part(root, 'LegalMonetaryTotal');
  const amounts = parts(root, 'TaxTotal').flatMap((total) => leaf(total, 'TaxAmount') ?? []);
  const { taxTotal, taxTotalInTaxCurrency } = taxTotalsOf(amounts, {
    currency: value(root, 'DocumentCurrencyCode'),
    taxCurrency: value(root, 'TaxCurrencyCode'),
  });
  return {
    lineTotal: value(sums, 'LineExtensionAmount'),
    allowanceTotal: value(sums, 'AllowanceTotalAmount'),
    chargeTotal: value(sums, 'ChargeTotalAmount'),
    withoutTax: value(sums, 'TaxExclusiveAmount'),
    taxTotal,
    taxTotalInTaxCurrency,
    withTax: value(sums, 'TaxInclusiveAmount'),
    prepaid: value(sums, 'PrepaidAmount'),
    rounding: value(sums, 'PayableRoundingAmount'),
    amountDue: value(sums, 'PayableAmount'),
  };
}

function taxBreakdown(from: XmlElement): TaxBreakdown {
  const category = part(from, 'TaxCategory');
  return {
    ...lineTax(category),
    taxable: value(from, 'TaxableAmount'),
    amount: value(from, 'TaxAmount'),
    exemptionReason: value(category, 'TaxExemptionReason'),
    exemptionCode: value(category, 'TaxExemptionReasonCode'),
  };
}

function tradeLine(from: XmlElement, quantityName: string): TradeLine {
  const quantity = leaf(from, quantityName);
  const { allowances, charges } = adjustments(from);
  return {
    id: value(from, 'ID'),
    note: value(from, 'Note'),
    name: value(from, 'Item', 'Name'),
    description: value(from, 'Item', 'Description'),
    quantity: textOf(quantity),
    unitCode: attributeOf(quantity, 'unitCode'),
    netAmount: value(from, 'LineExtensionAmount'),
    netPrice: value(from, 'Price', 'PriceAmount'),
    baseQuantity: value(from, 'Price', 'BaseQuantity'),
    period: period(from),
    allowances: allowances.map(adjustment),
    charges: charges.map(adjustment),
    tax: lineTax(part(from, 'Item', 'ClassifiedTaxCategory')),
  };
}
