/** Numbers of the range that ISO 6523 has withdrawn or never given. */
const gaps: ReadonlySet<string> = new Set(['0092', '0103', '0181', '0182']);

/**
 * Whether a text is a scheme of identifiers of ISO 6523 (ICD), for parties, registrations and
 * items: 0002 to 0248 with four gaps, by BR-CL-10, BR-CL-11, BR-CL-21 and BR-CL-26 of EN 16931
 * 1.3.16. Peppol BIS Billing 3.0.19 still ends at 0240. SEPA, for a creditor (BT-90), is no ICD.
 */
export function isIdentifierScheme(code: string): boolean {
  return /^0\d{3}$/.test(code) && code >= '0002' && code <= '0248' && !gaps.has(code);
}
