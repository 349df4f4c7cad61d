import { type LabelName } from '../common/i18n/labels.js';
import { type ExemptCategory, isExemptCategory } from '../money/tax-category.js';
import { type InvoiceHead, type InvoiceTax } from './invoice.js';
import { Wording } from './wording.js';

/** The label that says why nothing is charged under a category. */
const sentences: Readonly<Record<ExemptCategory, LabelName>> = {
  E: 'exempt',
  AE: 'reverse_charge',
  K: 'intra_community_supply',
  G: 'export',
  O: 'outside_scope',
};

/** The taxes of an invoice, each exempt one with the reason as it is printed in the languages of the invoice. */
export function withReasons(
  invoice: Pick<InvoiceHead, 'taxes' | 'language' | 'secondLanguage' | 'labels'>,
): InvoiceHead['taxes'] {
  const words = new Wording(invoice);
  return invoice.taxes.map((tax) => ({ ...tax, exemptionReason: reasonOf(tax, words) }));
}

function reasonOf(tax: InvoiceTax, words: Wording): string | undefined {
  if (!isExemptCategory(tax.category)) return undefined;
  return tax.exemptionReason ?? words.line(sentences[tax.category]);
}
