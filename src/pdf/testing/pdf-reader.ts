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

/** What the metadata say under a name such as `dc:title`. */
export async function metadataOf(pdf: Uint8Array): Promise<(name: string) => unknown> {
  const { metadata } = await (await proxyOf(pdf)).getMetadata();
  return (name) => metadata.get(name.toLowerCase()) as unknown;
}

/** A file inside a PDF. */
export interface EmbeddedFile {
  readonly filename: string;
  readonly description: string;
  readonly content: Uint8Array;
}

/** The files that the PDF carries. */
export async function embeddedFilesOf(pdf: Uint8Array): Promise<EmbeddedFile[]> {
  const found = (await (await proxyOf(pdf)).getAttachments()) as Record<
    string,
    EmbeddedFile
  > | null;
  return Object.values(found ?? {});
}

/** A copy of the bytes, because the reader takes its array away. */
const proxyOf = (pdf: Uint8Array) => getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 });
