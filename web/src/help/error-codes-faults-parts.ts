import { type ErrorGroup } from './error-group.js';

/** Faults of what stands beside single invoices. */
export const partFaultGroups: readonly ErrorGroup[] = [
  {
    id: 'credit-notes',
    title: 'Credit notes',
    about: 'In `errors`, at [credit notes](/help/invoices#credit).',
    entries: [
      {
        code: 'quantity_or_amount',
        meaning: 'A line of a credit note has both `quantity` and `amount`, or neither.',
      },
      {
        code: 'no_such_line',
        meaning: 'The invoice has no line with this `index`; lines are counted from 0.',
      },
      { code: 'line_repeated', meaning: 'A credit note names the same line of the invoice twice.' },
      {
        code: 'credited_too_much',
        meaning:
          'More would be credited than is left of a line or of the invoice; `hint` says how much that is.',
      },
      { code: 'credits_nothing', meaning: 'What is to be credited is nothing, or less.' },
      { code: 'date_before_invoice', meaning: 'The credit note would be older than its invoice.' },
    ],
  },
  {
    id: 'schedules',
    title: 'Schedules',
    about: 'In `errors`, at recurring invoices.',
    entries: [
      {
        code: 'set_by_schedule',
        meaning: 'The invoice has a field that the schedule gives itself: its number or its dates.',
      },
      {
        code: 'unknown_placeholder',
        meaning:
          'A text of a schedule or of your mails names something that is no placeholder, or its braces do not close.',
      },
      {
        code: 'draft_not_mailed',
        meaning:
          'The invoice has `draft`, and the schedule mails its invoices: drafts are mailed to nobody.',
      },
      {
        code: 'end_date_or_occurrences',
        meaning: 'There are both `end_date` and `occurrences`.',
      },
      { code: 'end_before_start', meaning: 'The last day lies before the first invoice.' },
      {
        code: 'too_many_due',
        meaning: 'More than 12 invoices would be issued at once, because the start is long ago.',
      },
      { code: 'no_date_left', meaning: 'With this end no period is left.' },
    ],
  },
  {
    id: 'catalog',
    title: 'Customers and items',
    about: 'In `errors`, where a request refers to stored customers and items.',
    entries: [
      {
        code: 'customer_not_found',
        meaning: '`customer` is not the id of a customer of the account.',
      },
      {
        code: 'customer_or_external_id',
        meaning: 'There are both `customer` and `recipient.external_id`.',
      },
      { code: 'item_not_found', meaning: '`item` is not the id of an item of the account.' },
      { code: 'item_or_external_id', meaning: 'A line has both `item` and `external_id`.' },
      {
        code: 'item_currency',
        meaning:
          'The stored price of an item is in another currency than the invoice, and the line has no `unit_price` of its own.',
      },
    ],
  },
  {
    id: 'e-invoices',
    title: 'E-invoices',
    about:
      'In `errors`, where an invoice is made as an e-invoice, and in the answer that reads one.',
    entries: [
      {
        code: 'e_invoice_rule',
        meaning:
          'The invoice breaks a rule of its `format`, or a document that is read breaks one: `rule` is the id of the rule in EN 16931, XRechnung or Peppol, such as `BR-DE-15`.',
      },
      {
        code: 'unknown_unit_code',
        meaning: 'This is no code of UN/ECE Recommendation 20 or 21.',
      },
    ],
  },
  {
    id: 'profile',
    title: 'Organization and sign-up',
    about: 'In `errors`, at the organization and at passwords.',
    entries: [
      { code: 'unknown_country', meaning: 'This is no ISO 3166-1 code of two capital letters.' },
      { code: 'unknown_time_zone', meaning: 'This is no IANA time zone, such as `Europe/Berlin`.' },
      {
        code: 'wrong_number_format',
        meaning: 'The format of invoice numbers cannot be used; `message` says why.',
      },
      {
        code: 'wrong_places',
        meaning:
          'A wording of your own lacks a part in braces that its label needs, such as `{page}`, or has another one.',
      },
      {
        code: 'unknown_scheme',
        meaning:
          'This is no code of the EAS list (electronic addresses) or of the ICD list (registers).',
      },
      { code: 'wrong_iban', meaning: 'The length or the check digits of the IBAN are wrong.' },
      { code: 'wrong_bic', meaning: 'The BIC does not have the form of one.' },
      {
        code: 'payment_code_impossible',
        meaning:
          'The payment code that the request asks for cannot be made; `message` says why, such as a currency that it does not have.',
      },
      { code: 'password_too_short', meaning: 'The password has fewer than 15 characters.' },
      {
        code: 'password_guessable',
        meaning:
          'The password is made of common words, words about its owner, repetitions or rows of keys.',
      },
      { code: 'password_too_simple', meaning: 'The password repeats only a few characters.' },
    ],
  },
  {
    id: 'csv-import',
    title: 'CSV import',
    about:
      'Of a file that is [imported](/help/import), and of its rows in the preview, with the row and the column in place of a pointer. Codes of other fields come as well.',
    entries: [
      {
        code: 'empty_file',
        meaning: 'The file has no row, or none below the one that names the columns.',
      },
      {
        code: 'not_csv',
        meaning:
          'The file is a workbook, a PDF or something else that is no text, or has a NUL byte.',
      },
      {
        code: 'wrong_encoding',
        meaning: 'The bytes of the file are not valid in the encoding that was chosen.',
      },
      {
        code: 'wrong_quotes',
        meaning: 'A double quote is opened and never closed. `message` has the row.',
      },
      {
        code: 'ambiguous_numbers',
        meaning:
          'Nothing tells whether `1.234` has a decimal mark or one for thousands, or numbers contradict each other. `message` has the row.',
      },
      {
        code: 'ambiguous_dates',
        meaning:
          'Nothing tells whether `01/02/2026` begins with the day or the month, or dates contradict each other. `message` has the row.',
      },
      {
        code: 'mapped_twice',
        meaning: 'A column is to fill two fields, or a field to be filled by two columns.',
      },
      {
        code: 'rows_with_faults',
        meaning: 'Invoices of the file have faults; nothing was stored.',
      },
      {
        code: 'too_few_cells',
        meaning: 'The row has fewer cells than the header.',
      },
      {
        code: 'too_many_cells',
        meaning:
          'The row has more cells than the header, mostly because a text with the delimiter in it has no quotes around it.',
      },
      {
        code: 'differs_within_invoice',
        meaning:
          'Rows of one invoice have different values where the invoice can have one, such as its recipient.',
      },
    ],
  },
];
