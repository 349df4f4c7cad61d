import { type LogoPosition } from './template-versions.js';

/**
 * What one PDF shows, with every text already formatted in the document's language: the template only
 * places it. Empty lists and empty texts are left out of the page without leaving a hole.
 */
export interface PdfDocument {
  /** Name and version of the layout: `clean-2` is the file `templates/clean-2.typ`. */
  readonly template: string;
  readonly paper: 'a4' | 'us-letter';
  /** BCP 47 tag of the page's own words, such as `en` or `pt-BR`. */
  readonly language: string;
  /** Title of the file in a reader's window, such as `Invoice INV-001`. */
  readonly title: string;
  readonly author: string;
  /** ISO 8601 instant written as the creation date, so that the same document gives the same bytes. */
  readonly createdAt: string;
  /** Large light word behind the content, such as `PREVIEW`. */
  readonly watermark?: string;
  /** `#rrggbb`; a light colour is darkened where text is set in it. */
  readonly accentColor?: string;
  /** Where logo or name stand, from where reading begins. */
  readonly logoPosition?: LogoPosition;
  readonly logo?: { readonly bytes: Uint8Array; readonly mediaType: 'image/png' | 'image/jpeg' };
  /** XML of Factur-X in its profile EN 16931, which the PDF carries as a file beside the page. */
  readonly eInvoice?: { readonly xml: string; readonly description: string };
  readonly heading: string;
  readonly sender: PdfParty;
  readonly recipient: PdfParty;
  readonly facts: readonly PdfFact[];
  readonly table: {
    /** The first column is the description and takes the width that the others leave. */
    readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end' }[];
    readonly rows: readonly PdfRow[];
  };
  readonly totals: readonly PdfTotal[];
  readonly taxes?: {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly payment?: {
    readonly title: string;
    readonly facts: readonly PdfFact[];
    readonly code?: PdfCode;
  };
  /** Stands on the last page below everything else, on A4 only. */
  readonly slip?: PdfPaymentSlip;
  /** Notes and terms; line feeds and tabs are kept. */
  readonly texts: readonly { readonly title: string; readonly text: string }[];
  /** Small line on every page, such as the sender's name and the invoice number. */
  readonly footer: string;
  /** `Page {page} of {pages}` in the document's language. */
  readonly pageLabel: string;
}

/** A side of the invoice: a small label above a name above the lines of an address. */
export interface PdfParty {
  readonly label: string;
  readonly name: string;
  readonly lines: readonly string[];
}

export interface PdfFact {
  readonly label: string;
  readonly value: string;
}

/** A QR code that is drawn beside the payment details. */
export interface PdfCode {
  /** SVG of ASCII characters. */
  readonly drawing: string;
  /** What it is, for those who cannot see it. */
  readonly alt: string;
  /** Where a click leads. */
  readonly link?: string;
}

/** Receipt and payment part of a Swiss QR-bill, 210 × 105 mm; amounts and references in their groups. */
export interface PdfPaymentSlip {
  readonly code: PdfCode;
  readonly words: Readonly<Record<PdfSlipWord, string>>;
  /** Each part is a list of lines; an empty payer leaves a field to be filled in. */
  readonly account: readonly string[];
  readonly reference: string;
  readonly message: string;
  readonly payer: readonly string[];
  readonly currency: string;
  readonly amount: string;
}

export type PdfSlipWord =
  | 'receipt'
  | 'payment_part'
  | 'account'
  | 'reference'
  | 'message'
  | 'payer'
  | 'empty_payer'
  | 'currency'
  | 'amount'
  | 'acceptance_point'
  | 'separate';

/** One line of the table: `cells` belong to columns 2 to n, `details` stand small under the description. */
export interface PdfRow {
  readonly description: string;
  readonly details: readonly string[];
  readonly cells: readonly string[];
}

export interface PdfTotal {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
}
