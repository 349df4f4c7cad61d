import { identifierFault, isLeitwegId, looksLikeLeitwegId } from '../codes/identifiers.js';
import { type EInvoice, type Identifier } from '../model.js';
import { type Finding, unless } from './finding.js';

/** Which rule of Peppol checks the form of identifiers of a scheme (EAS and ICD codes are the same). */
const ruleByScheme: Readonly<Record<string, string>> = {
  '0088': 'PEPPOL-COMMON-R040',
  '0192': 'PEPPOL-COMMON-R041',
  '0184': 'PEPPOL-COMMON-R042',
  '0208': 'PEPPOL-COMMON-R043',
  '0201': 'PEPPOL-COMMON-R044',
  '0210': 'PEPPOL-COMMON-R045',
  '0211': 'PEPPOL-COMMON-R047',
  '0007': 'PEPPOL-COMMON-R049',
  '0151': 'PEPPOL-COMMON-R050',
};
/** XRechnung and Peppol check no Leitweg-ID, but no invoice with a wrong one arrives; BR-DE-15 is what asks for it. */
const leitwegScheme = '0204';

/** What Peppol wants of the form and the check digits of identifiers. */
export function identifierFindings({ seller, buyer }: EInvoice): Finding[] {
  return [
    ...formFindings(seller.electronicAddress, '/organization/electronic_addresses'),
    ...formFindings(seller.legalRegistration, '/organization/registration_number'),
    ...formFindings(buyer.electronicAddress, '/recipient/electronic_addresses'),
    ...formFindings(buyer.legalRegistration, '/recipient/registration_number'),
  ];
}

function formFindings(identifier: Identifier | undefined, pointer: string): Finding[] {
  const { scheme = '', value = '' } = identifier ?? {};
  const rule = ruleByScheme[scheme];
  const fault = rule === undefined ? undefined : identifierFault(scheme, value);
  if (rule === undefined || fault === undefined) return [];
  const message =
    fault === 'check_digit'
      ? `The check digits of ${value} (${scheme}) are wrong.`
      : `${value} does not have the form of an identifier of the scheme ${scheme}.`;
  return [{ rule, pointer, message }];
}

/** A Leitweg-ID with wrong check digits (ISO 7064 mod 97-10), as reference or as address. */
export function leitwegFindings({ buyerReference, buyer }: EInvoice, rule: string): Finding[] {
  const { scheme, value = '' } = buyer.electronicAddress ?? {};
  const isReferenceWrong =
    buyerReference !== undefined &&
    looksLikeLeitwegId(buyerReference) &&
    !isLeitwegId(buyerReference);
  const message = 'The check digits of the Leitweg-ID are wrong.';
  return [
    ...unless(!isReferenceWrong, { rule, pointer: '/recipient/buyer_reference', message }),
    ...unless(scheme !== leitwegScheme || isLeitwegId(value), {
      rule,
      pointer: '/recipient/electronic_addresses',
      message,
    }),
  ];
}
