import { type StoredPart } from './invoice.js';

/**
 * A Content-Disposition for the PDF of an invoice (RFC 6266): an ASCII name for old clients and the
 * exact one in UTF-8 beside it; nothing of the number can end the header or climb out of a folder.
 */
export function pdfDisposition(number: string): string {
  const name = pdfFileName(number);
  const ascii = name.replaceAll(/[^\x20-\x7e]/g, '_');
  const exact = ascii === name ? '' : `; filename*=UTF-8''${encodeRfc8187(name)}`;
  return `attachment; filename="${ascii}"${exact}`;
}

/** What the PDF of an invoice is called by: its number; that of a draft, which has none, by its id. */
export function documentName({ id, number }: Pick<StoredPart, 'id' | 'number'>): string {
  return number.number ?? `draft-${id}`;
}

/** The name of an invoice's PDF as a file: its number without what a file system or a header may misread. */
export function pdfFileName(number: string): string {
  const plain = number.replaceAll(/[/\\:*?"<>|;%\s]+/g, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  return `${plain || 'invoice'}.pdf`;
}

function encodeRfc8187(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
