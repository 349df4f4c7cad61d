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
      {
        code: 'template_broken',
        meaning:
          'The layout is one of the operator’s and makes no PDF; `message` says why, with file, line and column. Operators can try it with `npm run finvo -- templates:check`.',
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
      {
        code: 'not_for_this_type',
        meaning:
          'Documents of this `type` do not say this: only a quote has `valid_until`, it has no due date and no payment details, and only invoices have a `format`.',
      },
      {
        code: 'period_reversed',
        meaning: 'The last day of a period lies before its first one.',
      },
      { code: 'valid_before_date', meaning: 'A quote would be over before its date.' },
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
];
