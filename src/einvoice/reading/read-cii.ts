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
import {
  address,
  adjustment,
  adjustments,
  ciiRoot,
  day,
  lineTax,
  part,
  parts,
  party,
  period,
  value,
} from './cii-elements.js';
import { taxTotalsOf } from './tax-totals.js';
import { attributeOf, childrenOf, present, wholeTextOf } from './xml-query.js';
import { type XmlElement } from './xml-tree.js';

type Element = XmlElement | undefined;

/**
 * What a Cross Industry Invoice (D16B, as CEN/TS 16931-3-3 binds it to EN 16931) says, as it is written; what
 * the model has no place for is left out.
 */
export function readCii(root: XmlElement): EInvoice {
  const [context] = childrenOf(root, ciiRoot, 'ExchangedDocumentContext');
  const [head] = childrenOf(root, ciiRoot, 'ExchangedDocument');
  const [transaction] = childrenOf(root, ciiRoot, 'SupplyChainTradeTransaction');
  const agreement = part(transaction, 'ApplicableHeaderTradeAgreement');
  const settlement = part(transaction, 'ApplicableHeaderTradeSettlement');
  const terms = part(settlement, 'SpecifiedTradePaymentTerms');
  const { allowances, charges } = adjustments(settlement);
  return {
    specification: value(context, 'GuidelineSpecifiedDocumentContextParameter', 'ID'),
    process: value(context, 'BusinessProcessSpecifiedDocumentContextParameter', 'ID'),
    number: value(head, 'ID'),
    issueDate: day(part(head, 'IssueDateTime')),
    typeCode: value(head, 'TypeCode'),
    currency: value(settlement, 'InvoiceCurrencyCode'),
    taxCurrency: value(settlement, 'TaxCurrencyCode'),
    dueDate: day(part(terms, 'DueDateDateTime')),
    buyerReference: value(agreement, 'BuyerReference'),
    references: references(agreement, settlement),
    paymentTerms: wholeTextOf(part(terms, 'Description')),
    notes: parts(head, 'IncludedNote').flatMap((note) => value(note, 'Content') ?? []),
    precedingInvoices: parts(settlement, 'InvoiceReferencedDocument').map((reference) => ({
      number: value(reference, 'IssuerAssignedID') ?? '',
      date: day(part(reference, 'FormattedIssueDateTime')),
    })),
    seller: party(part(agreement, 'SellerTradeParty')),
    buyer: party(part(agreement, 'BuyerTradeParty')),
    delivery: delivery(part(transaction, 'ApplicableHeaderTradeDelivery')),
    period: period(settlement),
    payment: payment(settlement, terms),
    allowances: allowances.map(documentAdjustment),
    charges: charges.map(documentAdjustment),
    totals: totals(settlement),
    taxes: parts(settlement, 'ApplicableTradeTax').map(taxBreakdown),
    lines: parts(transaction, 'IncludedSupplyChainTradeLineItem').map(tradeLine),
  };
}

function references(agreement: Element, settlement: Element): References {
  const id = (name: string): string | undefined => value(agreement, name, 'IssuerAssignedID');
  return {
    project: value(agreement, 'SpecifiedProcuringProject', 'ID'),
    contract: id('ContractReferencedDocument'),
    purchaseOrder: id('BuyerOrderReferencedDocument'),
    salesOrder: id('SellerOrderReferencedDocument'),
    accounting: value(settlement, 'ReceivableSpecifiedTradeAccountingAccount', 'ID'),
  };
}

function delivery(from: Element): Delivery | undefined {
  const place = part(from, 'ShipToTradeParty');
  return present({
    name: value(place, 'Name'),
    date: day(part(from, 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime')),
    address: address(place),
  });
}

/** EN 16931 has one way of paying; further ones are left out. */
function payment(settlement: Element, terms: Element): PaymentInstructions | undefined {
  const means = part(settlement, 'SpecifiedTradeSettlementPaymentMeans');
  const card = part(means, 'ApplicableTradeSettlementFinancialCard');
  const account = part(means, 'PayeePartyCreditorFinancialAccount');
  return present({
    meansCode: value(means, 'TypeCode'),
    remittance: value(settlement, 'PaymentReference'),
    account: present({
      iban: value(account, 'IBANID') ?? value(account, 'ProprietaryID'),
      name: value(account, 'AccountName'),
      bic: value(means, 'PayeeSpecifiedCreditorFinancialInstitution', 'BICID'),
    }),
    card: present({
      lastDigits: value(card, 'ID'),
      holder: value(card, 'CardholderName'),
    }),
    directDebit: present({
      mandate: value(terms, 'DirectDebitMandateID'),
      creditorId: value(settlement, 'CreditorReferenceID'),
      debitedIban: value(means, 'PayerPartyDebtorFinancialAccount', 'IBANID'),
    }),
  });
}

function documentAdjustment(from: XmlElement): DocumentAdjustment {
  return { ...adjustment(from), tax: lineTax(part(from, 'CategoryTradeTax')) };
}

function totals(settlement: Element): DocumentTotals {
  const sums = part(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation');
  const { taxTotal, taxTotalInTaxCurrency } = taxTotalsOf(parts(sums, 'TaxTotalAmount'), {
    currency: value(settlement, 'InvoiceCurrencyCode'),
    taxCurrency: value(settlement, 'TaxCurrencyCode'),
  });
  return {
    lineTotal: value(sums, 'LineTotalAmount'),
    allowanceTotal: value(sums, 'AllowanceTotalAmount'),
    chargeTotal: value(sums, 'ChargeTotalAmount'),
    withoutTax: value(sums, 'TaxBasisTotalAmount'),
    taxTotal,
    taxTotalInTaxCurrency,
    withTax: value(sums, 'GrandTotalAmount'),
    prepaid: value(sums, 'TotalPrepaidAmount'),
    rounding: value(sums, 'RoundingAmount'),
    amountDue: value(sums, 'DuePayableAmount'),
  };
}

function taxBreakdown(from: XmlElement): TaxBreakdown {
  return {
    ...lineTax(from),
    taxable: value(from, 'BasisAmount'),
    amount: value(from, 'CalculatedAmount'),
    exemptionReason: value(from, 'ExemptionReason'),
    exemptionCode: value(from, 'ExemptionReasonCode'),
  };
}

function tradeLine(from: XmlElement): TradeLine {
  const head = part(from, 'AssociatedDocumentLineDocument');
  const settlement = part(from, 'SpecifiedLineTradeSettlement');
  const price = part(from, 'SpecifiedLineTradeAgreement', 'NetPriceProductTradePrice');
  const quantity = part(from, 'SpecifiedLineTradeDelivery', 'BilledQuantity');
  const { allowances, charges } = adjustments(settlement);
  return {
    id: value(head, 'LineID'),
    note: value(head, 'IncludedNote', 'Content'),
    name: value(from, 'SpecifiedTradeProduct', 'Name'),
    description: value(from, 'SpecifiedTradeProduct', 'Description'),
    quantity: value(quantity),
    unitCode: attributeOf(quantity, 'unitCode'),
    netAmount: value(
      settlement,
      'SpecifiedTradeSettlementLineMonetarySummation',
      'LineTotalAmount',
    ),
    netPrice: value(price, 'ChargeAmount'),
    baseQuantity: value(price, 'BasisQuantity'),
    period: period(settlement),
    allowances: allowances.map(adjustment),
    charges: charges.map(adjustment),
    tax: lineTax(part(settlement, 'ApplicableTradeTax')),
  };
}
