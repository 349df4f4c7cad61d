import { type LabelTable } from './label-table.js';
import { fr } from './fr.js';

/** Canada has no TVA, but TPS and TVQ or TVH. */
export const frCA: LabelTable = {
  ...fr,
  tax_name: 'Taxe',
  subtotal_with_tax: 'Sous-total avec taxes',
};
