import { currencyDecimals } from '../../money/currency.js';

/**
 * Currencies that Finvo knows and BR-CL-04 does not: the list still has STD where São Tomé pays in
 * STN, and not yet XAD, the Arab accounting dinar.
 */
const missing: ReadonlySet<string> = new Set(['STN', 'XAD']);

/** What the older lists of Peppol BIS Billing 3.0.19 lack beside them. */
const missingAtPeppol: ReadonlySet<string> = new Set([...missing, 'MRU', 'UYW', 'XCG']);

/**
 * Whether an invoice may be in a currency (BT-5, BT-6) by BR-CL-04 and BR-CL-05 of EN 16931 1.3.16,
 * of those that Finvo has: what the list has beyond them is metals, bond units, XDR, XTS, XXX and
 * the like, CNH and STD, in which Finvo writes no invoices.
 */
export function isInvoiceCurrency(code: string): boolean {
  return currencyDecimals(code) !== undefined && !missing.has(code);
}

/**
 * Whether the rules of Peppol BIS Billing 3.0.19 allow a currency: its BR-CL-04, from EN 16931
 * 1.3.14.1, and its own PEPPOL-EN16931-CL007 must both have it.
 */
export function isPeppolCurrency(code: string): boolean {
  return currencyDecimals(code) !== undefined && !missingAtPeppol.has(code);
}
