import { type LabelTable } from './label-table.js';
import { fr } from './fr.js';

/** Canada has no TVA, but TPS and TVQ or TVH. */
export const frCA: LabelTable = {
  ...fr,
  tax_name: 'Taxe',
  subtotal_with_tax: 'Sous-total avec taxes',
  amount_due: 'Montant dû',
  rounding: 'Arrondi',
  tax_total_in: 'Total des taxes en {currency}',
  exempt: 'Opération exonérée de taxe',
  reverse_charge: 'Autoliquidation : taxe due par l’acquéreur',
  intra_community_supply: 'Livraison intracommunautaire exonérée',
  export: 'Exportation exonérée',
  outside_scope: 'Hors du champ d’application de la taxe',
  credit_note: 'Note de crédit',
  quote: 'Soumission',
  prepaid: 'Déjà payé',
  contact: 'Personne-ressource',
  direct_debit: 'Débit préautorisé',
  card: 'Carte',
  cash: 'Comptant',
};
