import fc from 'fast-check';

/** Decimal text between two whole numbers, with so many decimals. */
export function decimal(min: number, max: number, scale: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: min * 10 ** scale, max: max * 10 ** scale })
    .map((digits) => (digits / 10 ** scale).toFixed(scale));
}

/** What requests may hold and XML has a word to say on: specials, spaces at the ends, emoji, more than 16 bits. */
const oddTexts = fc.constantFrom(
  'A & B <c> "d" \'e\' ]]>',
  '  spaces around  ',
  '&amp; &#0; %20 <!-- --> <?pi?>',
  '👩‍👩‍👧 🧾 𝔊𝔯ü𝔢ß𝔢',
  'עברית العربية 日本語',
  '#1 in front',
  '\u00a0narrow\u202fspaces\u3000',
  'half \ufffe of \uffff nothing',
);

/** Text of one line. */
export const words: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
    { weight: 1, arbitrary: oddTexts },
  )
  .map((text) => `Item ${text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ')}`);

/** Text that may have several lines and tabs. */
export const paragraphs: fc.Arbitrary<string> = fc
  .array(words, { minLength: 1, maxLength: 4 })
  .chain((lines) => fc.constantFrom('\n', '\n\n', '\t', ' ').map((between) => lines.join(between)));

/** Something, or nothing at all. */
export function perhaps<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

/** Something, and nothing now and then: a document needs some of its parts, but which is up to its format. */
export function mostly<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 40 });
}
