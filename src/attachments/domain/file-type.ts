/** What an attachment may be: the types that an electronic invoice may carry (EN 16931, BT-125). */
const types = {
  'application/pdf': { extensions: ['.pdf'], aliases: ['application/x-pdf'] },
  'image/png': { extensions: ['.png'], aliases: ['image/x-png'] },
  'image/jpeg': { extensions: ['.jpg', '.jpeg'], aliases: ['image/jpg', 'image/pjpeg'] },
  // Browsers name CSV files by the program that opens them.
  'text/csv': {
    extensions: ['.csv'],
    aliases: ['text/plain', 'application/csv', 'application/vnd.ms-excel'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extensions: ['.xlsx'],
    aliases: ['application/zip', 'application/x-zip-compressed'],
  },
  'application/vnd.oasis.opendocument.spreadsheet': {
    extensions: ['.ods'],
    aliases: ['application/zip', 'application/x-zip-compressed'],
  },
} as const;
export type AttachmentType = keyof typeof types;

/** The types of attachments, as a Content-Type says them. */
export const attachmentTypes = Object.keys(types) as AttachmentType[];

/** What clients say of a file that they do not know. */
const unsaid: readonly string[] = ['', 'application/octet-stream', 'binary/octet-stream'];

/** The extensions of a type, in lower case, the usual one first. */
export function extensionsOf(type: AttachmentType): readonly [string, ...string[]] {
  return types[type].extensions;
}

/** Whether a client that names a file's type thus can mean `type`. */
export function canMean(claimed: string, type: AttachmentType): boolean {
  const plain = claimed.toLowerCase().split(';', 1)[0]?.trim() ?? '';
  const names: readonly string[] = [type, ...types[type].aliases, ...unsaid];
  return names.includes(plain);
}

/** What a file is by its content; a text is a CSV file where its name says so. Nothing for all else. */
export function typeOf(bytes: Buffer, fileName: string): AttachmentType | undefined {
  const signed = signatures.find(([signature]) => startsWith(bytes, signature));
  if (signed !== undefined) return signed[1];
  if (startsWith(bytes, zipSignature)) return spreadsheetType(bytes);
  return fileName.toLowerCase().endsWith('.csv') && isText(bytes) ? 'text/csv' : undefined;
}

const signatures: readonly [signature: Buffer, type: AttachmentType][] = [
  [Buffer.from('%PDF-'), 'application/pdf'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
];
const zipSignature = Buffer.from('PK\x03\x04');
const ods = 'application/vnd.oasis.opendocument.spreadsheet';

/** An ODS file begins with an entry that holds its type as it is, an XLSX file has a workbook, and both are ZIPs. */
function spreadsheetType(bytes: Buffer): AttachmentType | undefined {
  const headBytes = 30;
  const contentBytes = bytes.length < headBytes ? 0 : bytes.readUInt32LE(22);
  const first = `mimetype${ods}`;
  const isOds =
    contentBytes === ods.length && startsWith(bytes.subarray(headBytes), Buffer.from(first));
  if (isOds) return ods;
  const isXlsx = bytes.includes('[Content_Types].xml') && bytes.includes('xl/workbook');
  // With macros it is a file of another type, whatever its name says.
  if (!isXlsx || bytes.includes('xl/vbaProject.bin')) return undefined;
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}

const [tab, carriageReturn, space, deleted] = [0x09, 0x0d, 0x20, 0x7f];

/** Text of any encoding whose letters are ASCII's: nothing but tabs and the ends of lines and pages below a space. */
function isText(bytes: Buffer): boolean {
  return bytes.every(
    (byte) => (byte >= space && byte !== deleted) || (byte >= tab && byte <= carriageReturn),
  );
}
