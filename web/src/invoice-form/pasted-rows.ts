import { clearSign, type DecimalSign, plainDecimal } from './plain-decimal';

const fields = [
  'description',
  'quantity',
  'unit_price',
  'tax_rate',
  'unit',
  'discount',
  'details',
] as const;
type FieldName = (typeof fields)[number];

/** What one row of a spreadsheet says about a line; numbers as the API writes them, where they could be read. */
export type PastedRow = { readonly [Name in FieldName]?: string };

/** The order of the columns when no header says another one. */
const usualColumns: readonly FieldName[] = ['description', 'quantity', 'unit_price', 'tax_rate'];

/** Fields that hold numbers. */
const numeric: ReadonlySet<FieldName | undefined> = new Set([
  'quantity',
  'unit_price',
  'tax_rate',
  'discount',
]);

const headings: Readonly<Record<FieldName, string>> = {
  description:
    'description|item|items|service|services|product|article|name|title|task|activity|work|' +
    'bezeichnung|beschreibung|leistung|artikel|désignation|descripción|concepto|descrizione',
  quantity:
    'quantity|qty|hours|hrs|days|count|pieces|pcs|menge|anzahl|stunden|quantité|cantidad|quantità',
  unit_price:
    'unit price|price|price per unit|rate|hourly rate|daily rate|unit cost|cost|each|price each|' +
    'einzelpreis|preis|stückpreis|prix unitaire|prix|precio unitario|precio|prezzo',
  tax_rate:
    'tax|tax rate|vat|vat rate|gst|hst|sales tax|tax percent|mwst|ust|steuersatz|tva|iva|btw|moms',
  unit: 'unit|units|uom|unit of measure|einheit|unité|unidad|unità',
  discount: 'discount|discount percent|rabatt|remise|descuento|sconto',
  details: 'details|detail|notes|note|comment|comments|remarks|anmerkung',
};

const fieldByHeading: ReadonlyMap<string, FieldName> = new Map(
  fields.flatMap((field) =>
    headings[field].split('|').map((heading): [string, FieldName] => [heading, field]),
  ),
);

/**
 * Reads rows copied from a spreadsheet, or answers undefined when the text is no table. A number that
 * cannot be understood stays as it stands, so that the server says at its field what is wrong with it;
 * `usualSign` decides "1,234" when no other number of the table tells what its comma means.
 */
export function pastedRows(text: string, usualSign: DecimalSign): PastedRow[] | undefined {
  const table = cellsOf(text).filter((cells) => cells.some((cell) => cell !== ''));
  if (!table.some((cells) => cells.length > 1)) return undefined;
  const heading = columnsOf(table[0] ?? []);
  const columns = heading ?? usualColumns;
  const rows = heading === undefined ? table : table.slice(1);
  const sign = signOf(rows, columns) ?? usualSign;
  return rows.map((cells) => rowOf(cells, columns, sign));
}

/** Fields of the columns if the row is a header: at least two of its names are known. */
function columnsOf(cells: readonly string[]): (FieldName | undefined)[] | undefined {
  const seen = new Set<FieldName>();
  const columns = cells.map((cell) => {
    const field = fieldByHeading.get(plainHeading(cell));
    if (field === undefined || seen.has(field)) return undefined;
    seen.add(field);
    return field;
  });
  return seen.size >= 2 ? columns : undefined;
}

/** "Unit Price (EUR)" and "unit_price" are "unit price". */
function plainHeading(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** What the numbers of the whole table say, if they agree. */
function signOf(
  rows: readonly (readonly string[])[],
  columns: readonly (FieldName | undefined)[],
): DecimalSign | undefined {
  const signs = new Set(
    rows.flatMap((cells) =>
      cells.map((cell, index) => (numeric.has(columns[index]) ? clearSign(cell) : undefined)),
    ),
  );
  signs.delete(undefined);
  return signs.size === 1 ? [...signs][0] : undefined;
}

function rowOf(
  cells: readonly string[],
  columns: readonly (FieldName | undefined)[],
  sign: DecimalSign,
): PastedRow {
  const entries = columns.flatMap((field, index): [FieldName, string][] => {
    const cell = cells[index] ?? '';
    if (field === undefined || cell === '') return [];
    return [[field, numeric.has(field) ? (plainDecimal(cell, sign) ?? cell) : cell]];
  });
  return Object.fromEntries(entries);
}

/** The cells of tab-separated text; a cell with tabs, line ends or quotes of its own stands in quotes. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cell.exec(text) ?? [];
    row.push((quoted?.replaceAll('""', '"').replaceAll(/\r\n?/g, '\n') ?? plain).trim());
    if (end === '\t') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
