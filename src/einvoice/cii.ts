import {
  type DocumentAdjustment,
  type EInvoice,
  type PaymentInstructions,
  type TaxBreakdown,
  type TradeLine,
} from './model.js';
import { address, adjustment, day, party, period, tradeTax } from './cii-parts.js';
import { attribute, each, element, leaf } from './xml.js';

const data = 'urn:un:unece:uncefact:data:standard';
const namespaces =
  ` xmlns:rsm="${data}:CrossIndustryInvoice:100"` +
  ` xmlns:ram="${data}:ReusableAggregateBusinessInformationEntity:100"` +
  ` xmlns:udt="${data}:UnqualifiedDataType:100"` +
  ` xmlns:qdt="${data}:QualifiedDataType:100"`;

/** The document in UN/CEFACT's Cross Industry Invoice D16B as CEN/TS 16931-3-3 binds it to EN 16931. */
export function ciiOf(invoice: EInvoice): string {
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice${namespaces}>`,
    element(
      'rsm:ExchangedDocumentContext',
      parameter('BusinessProcessSpecifiedDocumentContextParameter', invoice.process),
      parameter('GuidelineSpecifiedDocumentContextParameter', invoice.specification),
    ),
    element(
      'rsm:ExchangedDocument',
      leaf('ram:ID', invoice.number),
      leaf('ram:TypeCode', invoice.typeCode),
      day('ram:IssueDateTime', invoice.issueDate),
      each(invoice.notes, (note) => element('ram:IncludedNote', leaf('ram:Content', note))),
    ),
    '<rsm:SupplyChainTradeTransaction>',
    each(invoice.lines, tradeLine),
    agreement(invoice),
    delivery(invoice),
    settlement(invoice),
    '</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>\n',
  ].join('');
}

function parameter(name: string, id: string | undefined): string {
  return element(`ram:${name}`, leaf('ram:ID', id));
}

function tradeLine(line: TradeLine): string {
  return element(
    'ram:IncludedSupplyChainTradeLineItem',
    element(
      'ram:AssociatedDocumentLineDocument',
      leaf('ram:LineID', line.id),
      element('ram:IncludedNote', leaf('ram:Content', line.note)),
    ),
    element(
      'ram:SpecifiedTradeProduct',
      leaf('ram:Name', line.name),
      leaf('ram:Description', line.description),
    ),
    element(
      'ram:SpecifiedLineTradeAgreement',
      element(
        'ram:NetPriceProductTradePrice',
        leaf('ram:ChargeAmount', line.netPrice),
        leaf('ram:BasisQuantity', line.baseQuantity, attribute('unitCode', line.unitCode)),
      ),
    ),
    element(
      'ram:SpecifiedLineTradeDelivery',
      leaf('ram:BilledQuantity', line.quantity, attribute('unitCode', line.unitCode)),
    ),
    element(
      'ram:SpecifiedLineTradeSettlement',
      tradeTax('ram:ApplicableTradeTax', line.tax),
      period(line.period),
      each(line.allowances, (made) => adjustment('false', made)),
      each(line.charges, (made) => adjustment('true', made)),
      element(
        'ram:SpecifiedTradeSettlementLineMonetarySummation',
        leaf('ram:LineTotalAmount', line.netAmount),
      ),
    ),
  );
}

function documentAdjustment(isCharge: string, made: DocumentAdjustment): string {
  return adjustment(isCharge, made, tradeTax('ram:CategoryTradeTax', made.tax));
}

function agreement({ buyerReference, references, seller, buyer }: EInvoice): string {
  const { salesOrder, purchaseOrder, contract, project } = references;
  const reference = (name: string, id: string | undefined): string =>
    element(`ram:${name}`, leaf('ram:IssuerAssignedID', id));
  return element(
    'ram:ApplicableHeaderTradeAgreement',
    leaf('ram:BuyerReference', buyerReference),
    party('ram:SellerTradeParty', seller),
    party('ram:BuyerTradeParty', buyer),
    reference('SellerOrderReferencedDocument', salesOrder),
    reference('BuyerOrderReferencedDocument', purchaseOrder),
    reference('ContractReferencedDocument', contract),
    project === undefined
      ? ''
      : element(
          'ram:SpecifiedProcuringProject',
          leaf('ram:ID', project),
          // CII wants a name where EN 16931 knows none.
          leaf('ram:Name', 'Project reference'),
        ),
  );
}

/** The group belongs to every document, be it empty. */
function delivery({ delivery: place }: EInvoice): string {
  const content =
    element('ram:ShipToTradeParty', leaf('ram:Name', place?.name), address(place?.address)) +
    element('ram:ActualDeliverySupplyChainEvent', day('ram:OccurrenceDateTime', place?.date));
  return `<ram:ApplicableHeaderTradeDelivery>${content}</ram:ApplicableHeaderTradeDelivery>`;
}

function settlement(invoice: EInvoice): string {
  const { payment, references, precedingInvoices } = invoice;
  return element(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:CreditorReferenceID', payment?.directDebit?.creditorId),
    leaf('ram:PaymentReference', payment?.remittance),
    leaf('ram:TaxCurrencyCode', invoice.taxCurrency),
    leaf('ram:InvoiceCurrencyCode', invoice.currency),
    paymentMeans(payment),
    each(invoice.taxes, taxBreakdown),
    period(invoice.period),
    each(invoice.allowances, (made) => documentAdjustment('false', made)),
    each(invoice.charges, (made) => documentAdjustment('true', made)),
    element(
      'ram:SpecifiedTradePaymentTerms',
      leaf('ram:Description', invoice.paymentTerms),
      day('ram:DueDateDateTime', invoice.dueDate),
      leaf('ram:DirectDebitMandateID', payment?.directDebit?.mandate),
    ),
    monetarySummation(invoice),
    each(precedingInvoices, ({ number, date }) =>
      element(
        'ram:InvoiceReferencedDocument',
        leaf('ram:IssuerAssignedID', number),
        day('ram:FormattedIssueDateTime', date, 'qdt'),
      ),
    ),
    element('ram:ReceivableSpecifiedTradeAccountingAccount', leaf('ram:ID', references.accounting)),
  );
}

function paymentMeans({ meansCode, account, card, directDebit }: PaymentInstructions = {}): string {
  if (meansCode === undefined) return '';
  return element(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    leaf('ram:TypeCode', meansCode),
    element(
      'ram:ApplicableTradeSettlementFinancialCard',
      leaf('ram:ID', card?.lastDigits),
      leaf('ram:CardholderName', card?.holder),
    ),
    element('ram:PayerPartyDebtorFinancialAccount', leaf('ram:IBANID', directDebit?.debitedIban)),
    element(
      'ram:PayeePartyCreditorFinancialAccount',
      leaf('ram:IBANID', account?.iban),
      leaf('ram:AccountName', account?.name),
    ),
    element('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', account?.bic)),
  );
}

function taxBreakdown(tax: TaxBreakdown): string {
  return element(
    'ram:ApplicableTradeTax',
    leaf('ram:CalculatedAmount', tax.amount),
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:ExemptionReason', tax.exemptionReason),
    leaf('ram:BasisAmount', tax.taxable),
    leaf('ram:CategoryCode', tax.category),
    leaf('ram:ExemptionReasonCode', tax.exemptionCode),
    leaf('ram:RateApplicablePercent', tax.rate),
  );
}

function monetarySummation({ totals, currency, taxCurrency }: EInvoice): string {
  return element(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    leaf('ram:LineTotalAmount', totals.lineTotal),
    leaf('ram:ChargeTotalAmount', totals.chargeTotal),
    leaf('ram:AllowanceTotalAmount', totals.allowanceTotal),
    leaf('ram:TaxBasisTotalAmount', totals.withoutTax),
    leaf('ram:TaxTotalAmount', totals.taxTotal, attribute('currencyID', currency)),
    leaf('ram:TaxTotalAmount', totals.taxTotalInTaxCurrency, attribute('currencyID', taxCurrency)),
    leaf('ram:RoundingAmount', totals.rounding),
    leaf('ram:GrandTotalAmount', totals.withTax),
    leaf('ram:TotalPrepaidAmount', totals.prepaid),
    leaf('ram:DuePayableAmount', totals.amountDue),
  );
}
