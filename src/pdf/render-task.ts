import { type GlyphCoverage } from './glyph-coverage.js';
import { type PdfDocument } from './pdf-document.js';
import { withPrintableTexts } from './printable-document.js';

/** One way to draw a document. */
export interface Attempt {
  readonly document: PdfDocument;
  readonly standard: 'a-3a' | '1.7';
}

/** What Typst is sent; the texts as JSON, because text is cheaper to copy to a thread than objects are. */
export interface RenderTask
  extends Pick<Attempt, 'standard'>, Pick<PdfDocument, 'createdAt' | 'logo' | 'eInvoice'> {
  readonly main: string;
  /** The name under which the template finds the logo. */
  readonly logoFile: string | undefined;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * From what was asked for to what can always be drawn: question marks for missing glyphs, no logo, plain PDF.
 */
export function* attempts(document: PdfDocument, coverage: GlyphCoverage): Generator<Attempt> {
  yield { document, standard: 'a-3a' };
  const printable = withPrintableTexts(document, (text) => coverage.printable(text));
  yield { document: printable, standard: 'a-3a' };
  yield { document: { ...printable, logo: undefined }, standard: 'a-3a' };
  yield { document: { ...printable, logo: undefined }, standard: '1.7' };
}

/** The name of the file of a logo. */
export function logoFileOf({ logo }: Pick<PdfDocument, 'logo'>): string | undefined {
  return logo && (logo.mediaType === 'image/png' ? 'logo.png' : 'logo.jpg');
}
