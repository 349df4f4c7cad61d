import { extractTextItems, getDocumentProxy } from 'unpdf';

/** One run of text where a reader sees it, in points from the bottom left corner. */
export interface PrintedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Every run of upright text of all pages, in reading order. */
export async function rowsOf(pdf: Buffer): Promise<PrintedText[]> {
  const { items } = await extractTextItems(await proxyOf(pdf));
  return items
    .flat()
    .filter(({ str }) => str.trim() !== '')
    .map(({ str, x, y, width }) => ({ text: str, left: x, right: x + width, y }));
}

/** The text of each page; runs on one line are joined as they stand, lines by a line feed. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { items } = await extractTextItems(await proxyOf(pdf));
  return items.map((page) => page.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
}

/** The text of all pages. */
export async function textOf(pdf: Buffer): Promise<string> {
  return (await pagesOf(pdf)).join('\n');
}

/** A copy of the bytes, because the reader takes its array away. */
const proxyOf = (pdf: Buffer) => getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 });
