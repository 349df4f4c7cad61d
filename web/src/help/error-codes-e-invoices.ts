import { type ErrorGroup } from './error-group.js';

/** Problems of e-invoices that are read. */
export const inspectionGroups: readonly ErrorGroup[] = [
  {
    id: 'reading-e-invoices',
    title: 'Reading e-invoices',
    about: 'When an e-invoice is read.',
    entries: [
      {
        code: 'e_invoice_unreadable',
        status: '422',
        meaning:
          'What was sent is no e-invoice that can be read: no XML or no PDF, an encrypted PDF, XML with a document type (DOCTYPE) or beyond the limits, or XML that is neither CII nor UBL.',
        action: 'Do what `detail` says.',
      },
      {
        code: 'e_invoice_not_found_in_pdf',
        status: '422',
        meaning:
          'The PDF can be read, but embeds no `factur-x.xml`, `zugferd-invoice.xml` or `xrechnung.xml`.',
        action: 'Send the PDF as its sender made it: printing or merging it loses the XML.',
      },
      {
        code: 'inspection_busy',
        status: '503',
        meaning: 'More e-invoices are being read than can wait.',
        action: 'Repeat the request in a few seconds.',
      },
    ],
  },
];
