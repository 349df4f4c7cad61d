import { type PdfDocument } from '../pdf-document.js';
import { qrDrawing } from '../qr-code.js';

/** All members of T and of what is in it, optional ones too. */
type Whole<T> = T extends readonly (infer Each)[]
  ? readonly Whole<Each>[]
  : T extends Uint8Array | string | boolean
    ? T
    : { readonly [Name in keyof T]-?: Whole<NonNullable<T[Name]>> };

const logo =
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAAAgCAMAAADaHo1mAAAABlBMVEX///8Pdm6N8QZsAAAAYklEQVR42u2WSQ4AIAgD6f8/7dHEeIDQ4hLmAYzGSGv2E5iIx0sUgNSAHer5iwFx6gSOI6QErkveLMi900MC+idoQQv4gtD2rBXwdtExAS0PcpEpz+S7W4W+FxU0O303FTEAma4Ezvg7PUMAAAAASUVORK5CYII=';

/** A document in which every member that a layout gets has a value; docs/own-templates.md shows it. */
export const fullExample: Whole<Omit<PdfDocument, 'eInvoice'>> = {
  template: 'own',
  paper: 'a4',
  language: 'en',
  title: 'Invoice INV-0042',
  author: 'Example AG',
  createdAt: '2026-03-01T10:00:00.000Z',
  watermark: 'PREVIEW',
  accentColor: '#0f766e',
  logoPosition: 'start',
  logo: { bytes: Buffer.from(logo, 'base64'), mediaType: 'image/png' },
  heading: 'Invoice',
  sender: {
    label: 'From',
    name: 'Example AG',
    lines: ['Hafenstrasse 12a', '8000 Zürich', 'billing@example.com'],
  },
  recipient: { label: 'Bill to', name: 'Acme Corp', lines: ['Market Street 1', '3000 Bern'] },
  facts: [
    { label: 'Invoice number', value: 'INV-0042' },
    { label: 'Date', value: 'March 1, 2026' },
    { label: 'Due date', value: 'March 31, 2026' },
  ],
  table: {
    columns: [
      { label: 'Description', align: 'start' },
      { label: 'Quantity', align: 'end' },
      { label: 'Unit price', align: 'end' },
      { label: 'Amount', align: 'end' },
    ],
    rows: [
      {
        description: 'Consulting services',
        details: [],
        cells: ['10', 'CHF 150.00', 'CHF 1,500.00'],
      },
      {
        description: 'Printed handbook',
        details: ['Second edition', 'Discount 10%'],
        cells: ['4', 'CHF 25.00', 'CHF 90.00'],
      },
    ],
  },
  totals: [
    { label: 'Subtotal', value: 'CHF 1,590.00', strong: false },
    { label: 'VAT 8.1%', value: 'CHF 128.79', strong: false },
    { label: 'Total', value: 'CHF 1,718.79', strong: true },
  ],
  taxes: {
    title: 'Tax summary',
    columns: ['Tax', 'Rate', 'Taxable amount', 'Tax amount'],
    rows: [['VAT', '8.1%', 'CHF 1,590.00', 'CHF 128.79']],
  },
  payment: {
    title: 'Payment',
    facts: [{ label: 'IBAN', value: 'CH58 0079 1123 0008 8901 2' }],
    code: {
      drawing: qrDrawing('https://pay.example.com/INV-0042'),
      alt: 'Payment: CHF 1,718.79',
      link: 'https://pay.example.com/INV-0042',
    },
  },
  slip: {
    code: {
      drawing: qrDrawing('SPC\n0200\n1\nCH5800791123000889012', 'swiss_cross'),
      alt: 'Payment part: CHF 1 718.79',
      link: '',
    },
    words: {
      receipt: 'Receipt',
      payment_part: 'Payment part',
      account: 'Account / Payable to',
      reference: 'Reference',
      message: 'Additional information',
      payer: 'Payable by',
      empty_payer: 'Payable by (name/address)',
      currency: 'Currency',
      amount: 'Amount',
      acceptance_point: 'Acceptance point',
      separate: 'Separate before paying in',
    },
    account: ['CH58 0079 1123 0008 8901 2', 'Example AG', 'Hafenstrasse 12a', '8000 Zürich'],
    reference: '',
    message: 'INV-0042',
    payer: ['Acme Corp', 'Market Street 1', '3000 Bern'],
    currency: 'CHF',
    amount: '1 718.79',
  },
  texts: [{ title: 'Notes', text: 'Thank you for your order.' }],
  footer: 'Example AG · INV-0042',
  pageLabel: 'Page {page} of {pages}',
};

const {
  watermark: _watermark,
  accentColor: _accentColor,
  logoPosition: _logoPosition,
  logo: _logo,
  taxes: _taxes,
  payment: _payment,
  slip: _slip,
  ...always
} = fullExample;

/** The same with nothing that may be missing, as a new account's first invoice is. */
export const bareExample: PdfDocument = {
  ...always,
  sender: { ...always.sender, lines: [] },
  recipient: { ...always.recipient, lines: [] },
  facts: [],
  totals: always.totals.map(({ label, value }) => ({ label, value })),
  texts: [],
};
