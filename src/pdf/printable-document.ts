import type { PdfDocument } from './pdf-document.js';

/** A copy of the document in which every shown text has passed through `change`. */
export function withPrintableTexts(
  document: PdfDocument,
  change: (text: string) => string,
): PdfDocument {
  const { logo, eInvoice, template, paper, createdAt, ...texts } = document;
  const changed = changeTexts(texts, change) as typeof texts;
  return { ...changed, logo, eInvoice, template, paper, createdAt };
}

function changeTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => changeTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, changeTexts(item, change)]),
  );
}
