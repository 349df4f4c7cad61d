import { type components } from '../api/schema.js';

/** An e-invoice that Finvo can make. */
export type EInvoiceFormat = NonNullable<
  components['schemas']['OrganizationDto']['e_invoice_format']
>;

/** The format of an invoice that is no e-invoice. */
export const pdfOnly = 'pdf';

/** An e-invoice with its words. */
export interface EInvoiceChoice {
  readonly value: EInvoiceFormat;
  readonly label: string;
  /** What the invoice becomes, inside a sentence. */
  readonly one: string;
  readonly help: string;
}

/** The e-invoices to choose from, with whom each is for. */
export const eInvoiceFormats: readonly EInvoiceChoice[] = [
  {
    value: 'facturx',
    label: 'Factur-X / ZUGFeRD',
    one: 'a Factur-X invoice',
    help: 'A PDF to read with the e-invoice inside: for businesses in France and Germany.',
  },
  {
    value: 'xrechnung-cii',
    label: 'XRechnung (CII)',
    one: 'an XRechnung',
    help: 'XML for German authorities, beside the PDF.',
  },
  {
    value: 'xrechnung-ubl',
    label: 'XRechnung (UBL)',
    one: 'an XRechnung',
    help: 'XML for German authorities, beside the PDF.',
  },
  {
    value: 'peppol-ubl',
    label: 'Peppol BIS 3 (UBL)',
    one: 'a Peppol invoice',
    help: 'XML to be sent over the Peppol network, beside the PDF.',
  },
  {
    value: 'cii',
    label: 'EN 16931 (CII)',
    one: 'an EN 16931 invoice',
    help: 'XML by the European standard alone, beside the PDF.',
  },
  {
    value: 'ubl',
    label: 'EN 16931 (UBL)',
    one: 'an EN 16931 invoice',
    help: 'XML by the European standard alone, beside the PDF.',
  },
];

/** The same with the PDF alone before them. */
export const invoiceFormats = [
  { value: pdfOnly, label: 'PDF alone', help: 'No e-invoice is made.' },
  ...eInvoiceFormats,
] as const;

/** The facts of a format; nothing of what is no e-invoice. */
export function eInvoiceFormat(value: string | null | undefined): EInvoiceChoice | undefined {
  return eInvoiceFormats.find((format) => format.value === value);
}
