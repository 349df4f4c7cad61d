import { type ErrorGroup } from './error-group.js';

/** Faults: the codes in `errors` of `validation_failed`. */
export const faultGroups: readonly ErrorGroup[] = [
  {
    id: 'fields',
    title: 'Any field',
    about: 'In `errors` of [validation_failed](/help/errors#validation_failed), at any field.',
    entries: [
      { code: 'required', meaning: 'The field is missing or empty.' },
      {
        code: 'unknown_field',
        meaning: 'There is no such field. A `hint` names the one that was probably meant.',
      },
      {
        code: 'wrong_type',
        meaning:
          'The value has another JSON type than expected, such as a text in place of a list.',
      },
      {
        code: 'wrong_format',
        meaning: 'The text has the right type, but not the form that `message` describes.',
      },
      { code: 'not_a_choice', meaning: 'The value is none of those that `message` lists.' },
      { code: 'out_of_range', meaning: 'The number lies outside the range in `message`.' },
      { code: 'too_short', meaning: 'The text has too few characters.' },
      { code: 'too_long', meaning: 'The text has too many characters.' },
      {
        code: 'too_many_lines',
        meaning:
          'The text has more lines than the page has room for: 20, or 200 in notes and terms.',
      },
      { code: 'too_few', meaning: 'The list has too few entries.' },
      { code: 'too_many', meaning: 'There are too many entries, or too many files in a form.' },
      {
        code: 'control_character',
        meaning:
          'The text has a control character, such as NUL, or one that turns the direction of writing; line feeds and tabs are allowed in notes, terms and descriptions only.',
      },
      { code: 'not_text', meaning: 'The text has half of a surrogate pair.' },
      {
        code: 'character_not_printable',
        meaning:
          'No font has a glyph for a character, so it cannot stand on an invoice. Operators can add fonts with `FONTS_DIR`.',
      },
    ],
  },
  {
    id: 'amounts',
    title: 'Numbers and amounts',
    about: 'In `errors`, at numbers and amounts of money.',
    entries: [
      {
        code: 'not_a_number',
        meaning: 'The value is no decimal number, as text (`"19.99"`) or as a JSON number.',
      },
      { code: 'too_many_digits', meaning: 'There are more than 12 digits before the point.' },
      { code: 'too_many_taxes', meaning: 'The invoice has more than 50 different taxes.' },
      {
        code: 'too_many_decimals',
        meaning: 'There are more than 6 decimals, or more than the currency has.',
      },
      {
        code: 'precision_lost',
        meaning: 'The JSON number has more digits than a JSON number keeps. Send it as text.',
      },
      {
        code: 'amount_too_large',
        meaning:
          'An amount is larger than 9,007,199,254,740,991 of the smallest unit of its currency.',
      },
      {
        code: 'days_or_instant',
        meaning: 'A key is to expire both after `expires_in_days` and at `expires_at`.',
      },
      {
        code: 'percent_or_amount',
        meaning: 'A discount or charge has both `percent` and `amount`, or neither.',
      },
      { code: 'tax_rate_or_taxes', meaning: 'There are both `tax_rate` and `taxes`.' },
      { code: 'tax_repeated', meaning: 'The same tax stands twice in one place.' },
      {
        code: 'tax_category_rate',
        meaning:
          'Category and rate of a tax do not go together: S needs a rate above 0, Z, E, AE, K, G and O need 0.',
      },
      {
        code: 'exemption_reason_not_allowed',
        meaning:
          'There is an `exemption_reason` at a tax that is charged: only E, AE, K, G and O have one.',
      },
      { code: 'preset_or_tax', meaning: 'A tax has both `preset` and fields of its own.' },
      {
        code: 'unknown_tax_preset',
        meaning: 'The account has no tax preset with this name or id.',
      },
      {
        code: 'tax_currency_and_rate',
        meaning: 'There is only one of `tax_currency` and `exchange_rate`.',
      },
      { code: 'same_currency', meaning: '`tax_currency` is the currency of the invoice.' },
      {
        code: 'wrong_exchange_rate',
        meaning: 'The exchange rate is no decimal number above 0, or has more than 10 decimals.',
      },
      { code: 'tax_rate_too_low', meaning: 'Prices include taxes of -100 % or less.' },
      {
        code: 'percent_base_missing',
        meaning:
          'A percentage is to be taken of the lines with certain taxes, but no line has exactly these.',
      },
      {
        code: 'total_mismatch',
        meaning: '`expected_total` is not the total that Finvo calculates; `message` has both.',
      },
      { code: 'unknown_currency', meaning: 'This is no ISO 4217 currency in use.' },
    ],
  },
  {
    id: 'dates',
    title: 'Dates, numbers of invoices, lists',
    about: 'In `errors`, at dates, numbers of invoices and lists.',
    entries: [
      {
        code: 'no_such_day',
        meaning: 'There is no such day in the calendar, such as 30 February.',
      },
      { code: 'due_date_or_terms', meaning: 'There are both `due_date` and `payment_terms_days`.' },
      { code: 'due_before_date', meaning: 'The due date lies before the date of the invoice.' },
      { code: 'number_or_series', meaning: 'There are both `invoice_number` and `series`.' },
      {
        code: 'language_repeated',
        meaning:
          '`second_language` has the same labels as the first language, such as `de` and `de-CH`.',
      },
      {
        code: 'wrong_metadata',
        meaning: '`metadata` has a name or a value that is too long, or a value that is no text.',
      },
      { code: 'wrong_cursor', meaning: '`cursor` is not the `next_cursor` of a page.' },
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
        meaning: 'A text has a word in double braces that nothing can be put in for.',
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
        code: 'unknown_placeholder',
        meaning:
          'A text of your mails names something that is no placeholder, or its braces do not close.',
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
