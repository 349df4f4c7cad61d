import type { PdfDocument } from './pdf-document.js';

/** The smallest document: rendering it makes a thread load the fonts and parse the template. */
export const warmUpDocument: PdfDocument = {
  template: 'clean-2',
  paper: 'a4',
  language: 'en',
  title: 'Warm-up',
  author: '',
  createdAt: '2000-01-01T00:00:00Z',
  heading: 'Warm-up',
  sender: { label: 'From', name: 'Sender', lines: ['Street 1'] },
  recipient: { label: 'Bill to', name: 'Recipient', lines: ['Street 2'] },
  facts: [{ label: 'Number', value: '1' }],
  table: {
    columns: [
      { label: 'Description', align: 'start' },
      { label: 'Amount', align: 'end' },
    ],
    rows: [{ description: 'Line', details: [], cells: ['1.00'] }],
  },
  totals: [{ label: 'Total', value: '1.00', strong: true }],
  texts: [],
  footer: '',
  pageLabel: 'Page {page} of {pages}',
};
