import { type XmlTree } from './xml-tree.js';

/**
 * What UBL 2.1 allows within each element that is written here, in its order; `?` may be left out, `*` and `+`
 * may be there several times. No package of npm carries the schemas of UBL, so this is their part by hand.
 */
const contents: Readonly<Record<string, string>> = {
  Invoice:
    'CustomizationID? ProfileID? ID IssueDate DueDate? InvoiceTypeCode? Note* DocumentCurrencyCode? TaxCurrencyCode? AccountingCost? BuyerReference? InvoicePeriod* OrderReference? BillingReference* ContractDocumentReference* ProjectReference* AccountingSupplierParty AccountingCustomerParty Delivery* PaymentMeans* PaymentTerms* AllowanceCharge* TaxTotal* LegalMonetaryTotal InvoiceLine+',
  CreditNote:
    'CustomizationID? ProfileID? ID IssueDate CreditNoteTypeCode? Note* DocumentCurrencyCode? TaxCurrencyCode? AccountingCost? BuyerReference? InvoicePeriod* OrderReference? BillingReference* ContractDocumentReference* AdditionalDocumentReference* AccountingSupplierParty AccountingCustomerParty Delivery* PaymentMeans* PaymentTerms* AllowanceCharge* TaxTotal* LegalMonetaryTotal CreditNoteLine+',
  AccountingSupplierParty: 'Party?',
  AccountingCustomerParty: 'Party?',
  AdditionalDocumentReference: 'ID DocumentTypeCode?',
  Address:
    'StreetName? AdditionalStreetName? CityName? PostalZone? CountrySubentity? AddressLine* Country?',
  AddressLine: 'Line',
  AllowanceCharge:
    'ChargeIndicator AllowanceChargeReasonCode? AllowanceChargeReason* MultiplierFactorNumeric? Amount BaseAmount? TaxCategory*',
  BillingReference: 'InvoiceDocumentReference?',
  CardAccount: 'PrimaryAccountNumberID NetworkID HolderName?',
  ClassifiedTaxCategory: 'ID? Percent? TaxScheme',
  Contact: 'Name? Telephone? ElectronicMail?',
  ContractDocumentReference: 'ID',
  Country: 'IdentificationCode?',
  CreditNoteLine:
    'ID Note* CreditedQuantity? LineExtensionAmount? InvoicePeriod* AllowanceCharge* Item? Price?',
  Delivery: 'ActualDeliveryDate? DeliveryLocation? DeliveryParty?',
  DeliveryLocation: 'Address?',
  DeliveryParty: 'PartyName*',
  FinancialInstitutionBranch: 'ID?',
  InvoiceDocumentReference: 'ID IssueDate?',
  InvoiceLine:
    'ID Note* InvoicedQuantity? LineExtensionAmount InvoicePeriod* AllowanceCharge* Item Price?',
  InvoicePeriod: 'StartDate? EndDate?',
  Item: 'Description* Name? ClassifiedTaxCategory*',
  LegalMonetaryTotal:
    'LineExtensionAmount? TaxExclusiveAmount? TaxInclusiveAmount? AllowanceTotalAmount? ChargeTotalAmount? PrepaidAmount? PayableRoundingAmount? PayableAmount',
  OrderReference: 'ID SalesOrderID?',
  Party:
    'EndpointID? PartyIdentification* PostalAddress? PartyTaxScheme* PartyLegalEntity* Contact?',
  PartyIdentification: 'ID',
  PartyLegalEntity: 'RegistrationName? CompanyID?',
  PartyName: 'Name',
  PartyTaxScheme: 'CompanyID? TaxScheme',
  PayeeFinancialAccount: 'ID? Name? FinancialInstitutionBranch?',
  PayerFinancialAccount: 'ID?',
  PaymentMandate: 'ID? PayerFinancialAccount?',
  PaymentMeans:
    'PaymentMeansCode PaymentDueDate? PaymentID* CardAccount? PayeeFinancialAccount? PaymentMandate?',
  PaymentTerms: 'Note*',
  PostalAddress:
    'StreetName? AdditionalStreetName? CityName? PostalZone? CountrySubentity? AddressLine* Country?',
  Price: 'PriceAmount BaseQuantity?',
  ProjectReference: 'ID',
  TaxCategory: 'ID? Percent? TaxExemptionReasonCode? TaxExemptionReason* TaxScheme',
  TaxScheme: 'ID?',
  TaxSubtotal: 'TaxableAmount? TaxAmount TaxCategory',
  TaxTotal: 'TaxAmount TaxSubtotal*',
};

const patterns = new Map(
  Object.entries(contents).map(([name, children]) => {
    const parts = children.split(' ').map((child) => {
      const [local = '', often = ''] = child.split(/(?=[?*+])/);
      return `(?:${local} )${often}`;
    });
    return [name, new RegExp(`^${parts.join('')}$`)];
  }),
);

/** What the schema has for the texts of leaves whose name ends so. */
const leaves = [
  [/Date$/, /^\d{4}-\d\d-\d\d$/],
  [/(?:Amount|Quantity|Percent|Numeric)$/, /^-?\d+(?:\.\d+)?$/],
  [/Indicator$/, /^(?:true|false)$/],
] as const;

/** What in a document is not as UBL has it; nothing where all is. */
export function ublFaults(tree: XmlTree): string[] {
  return tree.children.length === 0 ? leafFaults(tree) : groupFaults(tree);
}

function groupFaults({ name, children }: XmlTree): string[] {
  const order = children.map((child) => `${child.name} `).join('');
  const pattern = patterns.get(name);
  const isAllowed = pattern?.test(order) === true;
  return [...(isAllowed ? [] : [`${name}: ${order}`]), ...children.flatMap(ublFaults)];
}

function leafFaults({ name, text }: XmlTree): string[] {
  const isGroup = patterns.has(name);
  const isText = leaves.every(([names, form]) => !names.test(name) || form.test(text));
  return text.trim() === '' || isGroup || !isText ? [`${name}: "${text}"`] : [];
}
