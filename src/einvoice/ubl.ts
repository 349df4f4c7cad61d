import {
  type DocumentAdjustment,
  type EInvoice,
  type PaymentInstructions,
  type TaxBreakdown,
  type TradeLine,
} from './model.js';
import { address, adjustment, amount, party, period, taxCategory } from './ubl-parts.js';
import { attribute, each, element, leaf } from './xml.js';

const namespaces = (root: 'Invoice' | 'CreditNote'): string =>
  ` xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2"` +
  ' xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"' +
  ' xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';

/** What an invoice and a credit note call differently. */
const roots = {
  Invoice: {
    typeCode: 'cbc:InvoiceTypeCode',
    line: 'cac:InvoiceLine',
    quantity: 'cbc:InvoicedQuantity',
  },
  CreditNote: {
    typeCode: 'cbc:CreditNoteTypeCode',
    line: 'cac:CreditNoteLine',
    quantity: 'cbc:CreditedQuantity',
  },
} as const;

/** UNCL 1001: an additional document that is a project (CEN/TS 16931-3-2, BT-11 of a credit note). */
const projectTypeCode = '50';

/** The document in UBL 2.1 (ISO/IEC 19845) as CEN/TS 16931-3-2 binds it to EN 16931. */
export function ublOf(invoice: EInvoice): string {
  const root = invoice.typeCode === '381' ? 'CreditNote' : 'Invoice';
  const names = roots[root];
  const isInvoice = root === 'Invoice';
  const { currency = '', references } = invoice;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespaces(root)}>`,
    leaf('cbc:CustomizationID', invoice.specification),
    leaf('cbc:ProfileID', invoice.process),
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.issueDate),
    isInvoice ? leaf('cbc:DueDate', invoice.dueDate) : '',
    leaf(names.typeCode, invoice.typeCode),
    each(invoice.notes, (note) => leaf('cbc:Note', note)),
    leaf('cbc:DocumentCurrencyCode', currency),
    leaf('cbc:TaxCurrencyCode', invoice.taxCurrency),
    leaf('cbc:AccountingCost', references.accounting),
    leaf('cbc:BuyerReference', invoice.buyerReference),
    period(invoice.period),
    orderReference(invoice),
    each(invoice.precedingInvoices, ({ number, date }) =>
      element(
        'cac:BillingReference',
        element(
          'cac:InvoiceDocumentReference',
          leaf('cbc:ID', number),
          leaf('cbc:IssueDate', date),
        ),
      ),
    ),
    element('cac:ContractDocumentReference', leaf('cbc:ID', references.contract)),
    project(references.project, isInvoice),
    element('cac:AccountingSupplierParty', seller(invoice)),
    element('cac:AccountingCustomerParty', party(invoice.buyer)),
    delivery(invoice),
    paymentMeans(invoice, isInvoice),
    element('cac:PaymentTerms', leaf('cbc:Note', invoice.paymentTerms)),
    each(invoice.allowances, (made) => documentAdjustment('false', made, currency)),
    each(invoice.charges, (made) => documentAdjustment('true', made, currency)),
    taxTotals(invoice),
    monetaryTotal(invoice),
    each(invoice.lines, (line) => tradeLine(line, names, currency)),
    `</${root}>\n`,
  ].join('');
}

/** The buyer's order cannot be left out where the seller's is named; Peppol's word for "none" is NA. */
function orderReference({ references: { purchaseOrder, salesOrder } }: EInvoice): string {
  const order = purchaseOrder ?? (salesOrder === undefined ? undefined : 'NA');
  return element('cac:OrderReference', leaf('cbc:ID', order), leaf('cbc:SalesOrderID', salesOrder));
}

/** UBL 2.1 has no project in a credit note. */
function project(id: string | undefined, isInvoice: boolean): string {
  if (id === undefined) return '';
  return isInvoice
    ? element('cac:ProjectReference', leaf('cbc:ID', id))
    : element(
        'cac:AdditionalDocumentReference',
        leaf('cbc:ID', id),
        leaf('cbc:DocumentTypeCode', projectTypeCode),
      );
}

function seller({ seller: party_, payment }: EInvoice): string {
  return party(party_, payment?.directDebit?.creditorId);
}

function delivery({ delivery: place }: EInvoice): string {
  if (place === undefined) return '';
  return element(
    'cac:Delivery',
    leaf('cbc:ActualDeliveryDate', place.date),
    element('cac:DeliveryLocation', address('cac:Address', place.address)),
    element('cac:DeliveryParty', element('cac:PartyName', leaf('cbc:Name', place.name))),
  );
}

function paymentMeans({ payment, dueDate }: EInvoice, isInvoice: boolean): string {
  const { meansCode, remittance, account, card, directDebit }: PaymentInstructions = payment ?? {};
  if (meansCode === undefined) return '';
  return element(
    'cac:PaymentMeans',
    leaf('cbc:PaymentMeansCode', meansCode),
    isInvoice ? '' : leaf('cbc:PaymentDueDate', dueDate),
    leaf('cbc:PaymentID', remittance),
    card === undefined
      ? ''
      : element(
          'cac:CardAccount',
          leaf('cbc:PrimaryAccountNumberID', card.lastDigits),
          // UBL wants a network where EN 16931 knows none.
          leaf('cbc:NetworkID', 'NA'),
          leaf('cbc:HolderName', card.holder),
        ),
    element(
      'cac:PayeeFinancialAccount',
      leaf('cbc:ID', account?.iban),
      leaf('cbc:Name', account?.name),
      element('cac:FinancialInstitutionBranch', leaf('cbc:ID', account?.bic)),
    ),
    element(
      'cac:PaymentMandate',
      leaf('cbc:ID', directDebit?.mandate),
      element('cac:PayerFinancialAccount', leaf('cbc:ID', directDebit?.debitedIban)),
    ),
  );
}

function documentAdjustment(isCharge: string, made: DocumentAdjustment, currency: string): string {
  return adjustment(isCharge, made, currency, taxCategory('cac:TaxCategory', made.tax));
}

function taxTotals({ currency = '', taxCurrency, totals, taxes }: EInvoice): string {
  const subtotal = (tax: TaxBreakdown): string =>
    element(
      'cac:TaxSubtotal',
      amount('cbc:TaxableAmount', tax.taxable, currency),
      amount('cbc:TaxAmount', tax.amount, currency),
      taxCategory(
        'cac:TaxCategory',
        tax,
        leaf('cbc:TaxExemptionReasonCode', tax.exemptionCode) +
          leaf('cbc:TaxExemptionReason', tax.exemptionReason),
      ),
    );
  return (
    element(
      'cac:TaxTotal',
      amount('cbc:TaxAmount', totals.taxTotal, currency),
      each(taxes, subtotal),
    ) +
    element(
      'cac:TaxTotal',
      amount('cbc:TaxAmount', totals.taxTotalInTaxCurrency, taxCurrency ?? ''),
    )
  );
}

function monetaryTotal({ totals, currency = '' }: EInvoice): string {
  const total = (name: string, value: string | undefined): string =>
    amount(`cbc:${name}`, value, currency);
  return element(
    'cac:LegalMonetaryTotal',
    total('LineExtensionAmount', totals.lineTotal),
    total('TaxExclusiveAmount', totals.withoutTax),
    total('TaxInclusiveAmount', totals.withTax),
    total('AllowanceTotalAmount', totals.allowanceTotal),
    total('ChargeTotalAmount', totals.chargeTotal),
    total('PrepaidAmount', totals.prepaid),
    total('PayableRoundingAmount', totals.rounding),
    total('PayableAmount', totals.amountDue),
  );
}

function tradeLine(
  line: TradeLine,
  names: { readonly line: string; readonly quantity: string },
  currency: string,
): string {
  return element(
    names.line,
    leaf('cbc:ID', line.id),
    leaf('cbc:Note', line.note),
    leaf(names.quantity, line.quantity, attribute('unitCode', line.unitCode)),
    amount('cbc:LineExtensionAmount', line.netAmount, currency),
    period(line.period),
    each(line.allowances, (made) => adjustment('false', made, currency)),
    each(line.charges, (made) => adjustment('true', made, currency)),
    element(
      'cac:Item',
      leaf('cbc:Description', line.description),
      leaf('cbc:Name', line.name),
      taxCategory('cac:ClassifiedTaxCategory', line.tax),
    ),
    element(
      'cac:Price',
      amount('cbc:PriceAmount', line.netPrice, currency),
      leaf('cbc:BaseQuantity', line.baseQuantity, attribute('unitCode', line.unitCode)),
    ),
  );
}
