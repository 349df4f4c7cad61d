import fc from 'fast-check';
import { type EInvoiceFormat, eInvoiceFormats, formatFacts } from '../../einvoice/formats.js';
import { elementsAt, readXml, textsAt, type XmlTree } from '../../einvoice/testing/xml-tree.js';
import { eInvoiceFindings } from '../e-invoicing/e-invoice-faults.js';
import { type InvoiceDraft } from '../invoice.js';
import { sampleXml } from './e-invoice-samples.js';
import { documentDraft, randomDocuments } from './random-credit-notes.js';

/** A random document as it is written in a format that does not refuse it. */
export interface WrittenEInvoice {
  /** With the seed, to write it again: `npm run e-invoices`. */
  readonly name: string;
  readonly format: EInvoiceFormat;
  readonly draft: InvoiceDraft;
  readonly xml: string;
  readonly tree: XmlTree;
}

/**
 * Shows so many random documents of a seed in all formats, one after the other, as all of them at once would fill
 * the memory. Factur-X is left out: its XML is that of `cii`.
 */
export function visitEInvoices(
  count: number,
  seed: number,
  visit: (document: WrittenEInvoice) => void,
): void {
  for (const [at, document] of fc.sample(randomDocuments, { numRuns: count, seed }).entries()) {
    const draft = documentDraft(document, 'cii');
    if (draft === undefined) continue;
    for (const format of eInvoiceFormats.filter((each) => each !== 'facturx')) {
      if (eInvoiceFindings(draft, format).length > 0) continue;
      const xml = sampleXml(draft, format, `R-${at + 1}`);
      visit({ name: `seed ${seed}, ${at + 1}.${format}`, format, draft, xml, tree: readXml(xml) });
    }
  }
}

/** A discount or charge, or a line, in the amounts of its XML. */
export interface WrittenAdjustment {
  readonly isCharge: boolean;
  readonly amount: string;
  readonly group: string;
}

/** A line in the figures of its XML. */
export interface WrittenLine {
  readonly quantity: string;
  readonly price: string;
  readonly net: string;
  readonly group: string;
  readonly adjustments: readonly WrittenAdjustment[];
}

/** All amounts of a document as its XML has them, whichever syntax that is. */
export interface WrittenFigures {
  readonly lines: readonly WrittenLine[];
  readonly adjustments: readonly WrittenAdjustment[];
  /** Category and rate, what is taxed and the tax. */
  readonly taxes: readonly { group: string; taxable: string; amount: string }[];
  readonly lineTotal: string;
  readonly allowanceTotal: string | undefined;
  readonly chargeTotal: string | undefined;
  readonly withoutTax: string;
  readonly taxTotal: string;
  readonly withTax: string;
  readonly prepaid: string | undefined;
  readonly rounding: string | undefined;
  readonly amountDue: string;
}

/** The amounts of a document, read from its XML. */
export function writtenFigures({ format, tree }: WrittenEInvoice): WrittenFigures {
  return formatFacts[format].syntax === 'cii' ? ciiFigures(tree) : ublFigures(tree);
}

const first = (tree: XmlTree, path: string): string => textsAt(tree, path)[0] ?? '';
const maybe = (tree: XmlTree, path: string): string | undefined => textsAt(tree, path)[0];
/** Peppol writes no rate where there is none, breakdowns write 0. */
const groupOf = (category: string, rate: string): string =>
  `${category} ${rate === '' ? '0' : rate}`;

function ciiFigures(tree: XmlTree): WrittenFigures {
  const settlement = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement';
  const sums = `${settlement}/SpecifiedTradeSettlementHeaderMonetarySummation`;
  const group = (tax: XmlTree, path: string): string =>
    groupOf(first(tax, `${path}CategoryCode`), first(tax, `${path}RateApplicablePercent`));
  const adjustments = (at: XmlTree, path: string): WrittenAdjustment[] =>
    elementsAt(at, `${path}/SpecifiedTradeAllowanceCharge`).map((each) => ({
      isCharge: first(each, 'ChargeIndicator/Indicator') === 'true',
      amount: first(each, 'ActualAmount'),
      group: group(each, 'CategoryTradeTax/'),
    }));
  return {
    lines: elementsAt(tree, 'SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem').map(
      (line) => ({
        quantity: first(line, 'SpecifiedLineTradeDelivery/BilledQuantity'),
        price: first(line, 'SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount'),
        net: first(
          line,
          'SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount',
        ),
        group: group(line, 'SpecifiedLineTradeSettlement/ApplicableTradeTax/'),
        adjustments: adjustments(line, 'SpecifiedLineTradeSettlement'),
      }),
    ),
    adjustments: adjustments(tree, settlement),
    taxes: elementsAt(tree, `${settlement}/ApplicableTradeTax`).map((tax) => ({
      group: group(tax, ''),
      taxable: first(tax, 'BasisAmount'),
      amount: first(tax, 'CalculatedAmount'),
    })),
    lineTotal: first(tree, `${sums}/LineTotalAmount`),
    allowanceTotal: maybe(tree, `${sums}/AllowanceTotalAmount`),
    chargeTotal: maybe(tree, `${sums}/ChargeTotalAmount`),
    withoutTax: first(tree, `${sums}/TaxBasisTotalAmount`),
    taxTotal: first(tree, `${sums}/TaxTotalAmount`),
    withTax: first(tree, `${sums}/GrandTotalAmount`),
    prepaid: maybe(tree, `${sums}/TotalPrepaidAmount`),
    rounding: maybe(tree, `${sums}/RoundingAmount`),
    amountDue: first(tree, `${sums}/DuePayableAmount`),
  };
}

function ublFigures(tree: XmlTree): WrittenFigures {
  const names =
    tree.name === 'CreditNote'
      ? { line: 'CreditNoteLine', quantity: 'CreditedQuantity' }
      : { line: 'InvoiceLine', quantity: 'InvoicedQuantity' };
  const group = (tax: XmlTree, path: string): string =>
    groupOf(first(tax, `${path}/ID`), first(tax, `${path}/Percent`));
  const adjustments = (at: XmlTree): WrittenAdjustment[] =>
    elementsAt(at, 'AllowanceCharge').map((each) => ({
      isCharge: first(each, 'ChargeIndicator') === 'true',
      amount: first(each, 'Amount'),
      group: group(each, 'TaxCategory'),
    }));
  const sum = (name: string): string => first(tree, `LegalMonetaryTotal/${name}`);
  return {
    lines: elementsAt(tree, names.line).map((line) => ({
      quantity: first(line, names.quantity),
      price: first(line, 'Price/PriceAmount'),
      net: first(line, 'LineExtensionAmount'),
      group: group(line, 'Item/ClassifiedTaxCategory'),
      adjustments: adjustments(line),
    })),
    adjustments: adjustments(tree),
    taxes: elementsAt(tree, 'TaxTotal/TaxSubtotal').map((tax) => ({
      group: group(tax, 'TaxCategory'),
      taxable: first(tax, 'TaxableAmount'),
      amount: first(tax, 'TaxAmount'),
    })),
    lineTotal: sum('LineExtensionAmount'),
    allowanceTotal: maybe(tree, 'LegalMonetaryTotal/AllowanceTotalAmount'),
    chargeTotal: maybe(tree, 'LegalMonetaryTotal/ChargeTotalAmount'),
    withoutTax: sum('TaxExclusiveAmount'),
    taxTotal: first(tree, 'TaxTotal/TaxAmount'),
    withTax: sum('TaxInclusiveAmount'),
    prepaid: maybe(tree, 'LegalMonetaryTotal/PrepaidAmount'),
    rounding: maybe(tree, 'LegalMonetaryTotal/PayableRoundingAmount'),
    amountDue: sum('PayableAmount'),
  };
}
