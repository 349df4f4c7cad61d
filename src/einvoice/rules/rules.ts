import { type Profile } from '../formats.js';
import { type EInvoice } from '../model.js';
import { amountFindings } from './amounts.js';
import { documentFindings } from './document.js';
import { type Finding } from './finding.js';
import { lineFindings } from './lines.js';
import { partyFindings } from './parties.js';
import { paymentFindings } from './payment.js';
import { peppolFindings } from './peppol.js';
import { taxCategoryFindings } from './tax-categories.js';
import { xrechnungFindings } from './xrechnung.js';

export type { Finding } from './finding.js';

/**
 * What stands between a document and its profile: the rules of EN 16931 (edition 1.3.16), and those of XRechnung
 * 3.0.2 or Peppol BIS Billing 3.0.19, as far as what is written into a document can break them.
 */
export function findingsOf(invoice: EInvoice, profile: Profile): Finding[] {
  return [
    ...documentFindings(invoice),
    ...partyFindings(invoice),
    ...lineFindings(invoice),
    ...amountFindings(invoice),
    ...taxCategoryFindings(invoice),
    ...paymentFindings(invoice),
    ...(profile === 'xrechnung' ? xrechnungFindings(invoice) : []),
    ...(profile === 'peppol' ? peppolFindings(invoice) : []),
  ];
}
