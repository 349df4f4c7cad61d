import { type AttachmentType, extensionsOf } from './file-type.js';

/** Room is left for the count that tells two files of one invoice apart: 200 characters with it. */
const charactersMax = 195;

/**
 * The name that an upload is kept under: without folders, control characters, what turns the direction of
 * text and what a file system or a header may misread, and with an extension of what the file is.
 */
export function attachmentName(sent: string, type: AttachmentType): string {
  const [usual, ...others] = extensionsOf(type);
  const plain = sent
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replaceAll(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd-\uffff]/gu, '')
    .replaceAll(/[:*?"<>|;%]+/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. -]+|[. -]+$/g, '');
  const extension = [usual, ...others].find((each) => plain.toLowerCase().endsWith(each)) ?? '';
  const stem = [...plain.slice(0, plain.length - extension.length)];
  const kept = plain.slice(plain.length - extension.length) || usual;
  const name = stem
    .slice(0, charactersMax - kept.length)
    .join('')
    .trim();
  return (name || 'attachment') + kept;
}
