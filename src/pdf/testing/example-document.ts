import type { PdfDocument, PdfRow } from '../pdf-document.js';

/** A document with every optional part, for tests; `changes` replaces whole members. */
export function exampleDocument(changes: Partial<PdfDocument> = {}): PdfDocument {
  return {
    template: 'clean-2',
    paper: 'a4',
    language: 'en',
    title: 'Invoice INV-001',
    author: 'Northwind Studio Ltd',
    createdAt: '2026-03-01T10:00:00Z',
    heading: 'Invoice',
    sender: {
      label: 'From',
      name: 'Northwind Studio Ltd',
      lines: ['12 Harbour Street', 'Bristol'],
    },
    recipient: { label: 'Bill to', name: 'Acme Corp', lines: ['billing@acme.com'] },
    facts: [
      { label: 'Invoice number', value: 'INV-001' },
      { label: 'Due date', value: 'March 31, 2026' },
    ],
    table: { columns: exampleColumns, rows: exampleRows(5) },
    totals: [
      { label: 'Subtotal', value: '$1,500.00' },
      { label: 'Total due', value: '$1,800.00', strong: true },
    ],
    taxes: {
      title: 'Tax summary',
      columns: ['Tax', 'Rate', 'Taxable amount', 'Tax amount'],
      rows: [['VAT', '20%', '$1,500.00', '$300.00']],
    },
    payment: { title: 'Payment', facts: [{ label: 'IBAN', value: 'GB29 NWBK 6016 1331 9268 19' }] },
    texts: [{ title: 'Notes', text: 'Thank you.\nSee you again.' }],
    footer: 'Northwind Studio Ltd · INV-001',
    pageLabel: 'Page {page} of {pages}',
    ...changes,
  };
}

export const exampleColumns: PdfDocument['table']['columns'] = [
  { label: 'Description', align: 'start' },
  { label: 'Quantity', align: 'end' },
  { label: 'Unit price', align: 'end' },
  { label: 'Amount', align: 'end' },
];

/** Rows whose descriptions and amounts are all different. */
export function exampleRows(count: number): PdfRow[] {
  return Array.from({ length: count }, (_, index) => ({
    description: `Service ${index + 1}`,
    details: index % 5 === 1 ? ['Discount 10 %'] : [],
    cells: [`${index + 1}`, '$10.00', `$${(index + 1) * 10}.00`],
  }));
}

/** A table of one row for each description. */
export function exampleTable(descriptions: readonly string[]): PdfDocument['table'] {
  const rows = descriptions.map((description) => ({
    description,
    details: [],
    cells: ['1', '$10.00', '$10.00'],
  }));
  return { columns: exampleColumns, rows };
}
