import {
  passesAbn,
  passesBelgian97,
  passesCodiceFiscale,
  passesGs1,
  passesLuhn,
  passesModulo11,
  passesModulo97,
} from './check-digits.js';

/** What is wrong with an identifier: its form, or only its check digit. */
export type IdentifierFault = 'format' | 'check_digit';

/** The form of the identifiers of a scheme, and what their check digits have to fulfil. */
interface Form {
  readonly pattern: RegExp;
  readonly passes?: (value: string) => boolean;
}

/**
 * A coarse address of 2 to 12 digits, perhaps a fine one of up to 30 characters, two check digits.
 */
const leitweg = /^(?:0[1-9]|1[0-6]|99)\d{0,10}(?:-[A-Z0-9]{1,30})?-\d{2}$/i;

/** The same with any two digits in front, which test data uses. */
const anyLeitweg = /^\d{2,12}(?:-[A-Z0-9]{1,30})?-\d{2}$/i;

const leitwegForm: Form = {
  pattern: anyLeitweg,
  passes: (value) => passesModulo97(value.replaceAll('-', '')),
};

const gln: Form = { pattern: /^\d{13}$/, passes: passesGs1 };

/**
 * A person has 16 characters, where letters may stand for digits of a code given twice; others 11.
 */
const codiceFiscale: Form = {
  pattern: /^(?:\d{11}|[A-Z]{6}[\dL-NP-V]{2}[A-Z][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z])$/i,
  passes: (value) => (value.length === 11 ? passesLuhn(value) : passesCodiceFiscale(value)),
};

const partitaIva: Form = { pattern: /^(?:IT)?\d{11}$/i, passes: passesLuhn };

const forms: Readonly<Record<string, Form>> = {
  '0007': { pattern: /^\d{10}$/, passes: passesLuhn },
  '0088': gln,
  '0151': { pattern: /^\d{11}$/, passes: passesAbn },
  '0184': { pattern: /^(?:DK)?\d{8}$/ },
  '0192': { pattern: /^\d{9}$/, passes: passesModulo11 },
  '0201': { pattern: /^[A-Z0-9]{6}$/i },
  '0204': leitwegForm,
  '0208': { pattern: /^\d{10}$/, passes: passesBelgian97 },
  '0210': codiceFiscale,
  '0211': partitaIva,
  '9906': partitaIva,
  '9907': codiceFiscale,
};

function faultOf(form: Form, value: string): IdentifierFault | undefined {
  if (!form.pattern.test(value)) return 'format';
  return form.passes === undefined || form.passes(value) ? undefined : 'check_digit';
}

/**
 * What is wrong with an identifier of a scheme of ISO 6523 or EAS, or undefined where nothing is or
 * the scheme has no form that is checked. The schemes are those of PEPPOL-COMMON-R040 to R050 (BIS
 * Billing 3.0.19) and 0204, Leitweg-ID. Three are stricter than there: a GLN has exactly 13 digits
 * (GS1), a codice fiscale needs its check letter and a partita IVA its digits even without IT.
 */
export function identifierFault(scheme: string, value: string): IdentifierFault | undefined {
  const form = Object.hasOwn(forms, scheme) ? forms[scheme] : undefined;
  return form === undefined ? undefined : faultOf(form, value);
}

/** Whether a text is a GLN (scheme 0088): 13 digits with the check digit of GS1. */
export function isGln(text: string): boolean {
  return faultOf(gln, text) === undefined;
}

/**
 * Whether a text is a Leitweg-ID (BT-10, or scheme 0204) by KoSIT's "Formatspezifikation
 * Leitweg-ID": its form, and check digits by ISO/IEC 7064 MOD 97-10 over all characters but the
 * hyphens. Capitals and small letters are alike; what state the first two digits stand for is not
 * looked at.
 */
export function isLeitwegId(text: string): boolean {
  return faultOf(leitwegForm, text) === undefined;
}

/**
 * Whether a text is meant as a Leitweg-ID: its form, with a German state (01 to 16) or the
 * federation (99) in front. Any other reference of a buyer may be as it likes.
 */
export function looksLikeLeitwegId(text: string): boolean {
  return leitweg.test(text);
}
