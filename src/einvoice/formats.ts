/** The e-invoices that Finvo makes; `facturx` is the PDF with the CII document inside, in Germany named ZUGFeRD. */
export const eInvoiceFormats = [
  'facturx',
  'xrechnung-cii',
  'xrechnung-ubl',
  'peppol-ubl',
  'cii',
  'ubl',
] as const;
/** One of `eInvoiceFormats`. */
export type EInvoiceFormat = (typeof eInvoiceFormats)[number];

/** Whose rules a document follows beside those of EN 16931. */
export type Profile = 'en16931' | 'xrechnung' | 'peppol';

/** What the documents of a format have in common. */
export interface FormatFacts {
  readonly syntax: 'cii' | 'ubl';
  readonly profile: Profile;
  /** BT-24. */
  readonly specification: string;
  /** BT-23, where the profile has one. */
  readonly process?: string;
}

const en16931 = 'urn:cen.eu:en16931:2017';
const billing = 'urn:fdc:peppol.eu:2017:poacc:billing';

/** XRechnung 3.0 and Peppol BIS Billing 3.0 name themselves so; both name Peppol's process. */
const profiles = {
  en16931: { profile: 'en16931', specification: en16931 },
  xrechnung: {
    profile: 'xrechnung',
    specification: `${en16931}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`,
    process: `${billing}:01:1.0`,
  },
  peppol: {
    profile: 'peppol',
    specification: `${en16931}#compliant#${billing}:3.0`,
    process: `${billing}:01:1.0`,
  },
} as const satisfies Readonly<Record<Profile, Omit<FormatFacts, 'syntax'>>>;

/** Each format's syntax, profile and identifiers. */
export const formatFacts: Readonly<Record<EInvoiceFormat, FormatFacts>> = {
  facturx: { syntax: 'cii', ...profiles.en16931 },
  'xrechnung-cii': { syntax: 'cii', ...profiles.xrechnung },
  'xrechnung-ubl': { syntax: 'ubl', ...profiles.xrechnung },
  'peppol-ubl': { syntax: 'ubl', ...profiles.peppol },
  cii: { syntax: 'cii', ...profiles.en16931 },
  ubl: { syntax: 'ubl', ...profiles.en16931 },
};

/** Whether a text names one of the formats. */
export function isEInvoiceFormat(name: string): name is EInvoiceFormat {
  return (eInvoiceFormats as readonly string[]).includes(name);
}

/** The profile that a document claims to follow by its specification (BT-24); what is unknown is plain EN 16931. */
export function profileOf(specification: string | undefined): Profile {
  if (specification?.includes('xrechnung') === true) return 'xrechnung';
  return specification === profiles.peppol.specification ? 'peppol' : 'en16931';
}
