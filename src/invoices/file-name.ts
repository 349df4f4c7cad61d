import { savedAs } from '../common/http/content-disposition.js';
import { type EInvoiceFormat } from '../einvoice/formats.js';
import { type StoredPart } from './invoice.js';

/** A Content-Disposition for the PDF of an invoice; nothing of the number can end the header or climb out of a folder. */
export function pdfDisposition(number: string): string {
  return savedAs(pdfFileName(number));
}

/** What the PDF of an invoice is called by: its number; that of a draft, which has none, by its id. */
export function documentName({ id, number }: Pick<StoredPart, 'id' | 'number'>): string {
  return number.number ?? `draft-${id}`;
}

/** An e-invoice as a file: what it is called by and its media type. */
export function eInvoiceFile(
  number: string,
  format: EInvoiceFormat,
): { readonly fileName: string; readonly mediaType: string } {
  const pdf = pdfFileName(number);
  return format === 'facturx'
    ? { fileName: pdf, mediaType: 'application/pdf' }
    : { fileName: pdf.replace(/\.pdf$/, '.xml'), mediaType: 'application/xml' };
}

/** The name of an invoice's PDF as a file: its number without what a file system or a header may misread. */
export function pdfFileName(number: string): string {
  const plain = number.replaceAll(/[/\\:*?"<>|;%\s]+/g, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  return `${plain || 'invoice'}.pdf`;
}
