/** Languages whose labels stand in a table of their own, a file of invoices/labels/ each. */
export const labelLanguages = [
  'af',
  'ar',
  'bg',
  'bn',
  'bs',
  'ca',
  'cs',
  'cy',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'eu',
  'fa',
  'fi',
  'fil',
  'fr',
  'fr-CA',
  'ga',
  'gl',
  'gu',
  'he',
  'hi',
  'hr',
  'hu',
  'hy',
  'id',
  'is',
  'it',
  'ja',
  'ka',
  'ko',
  'lb',
  'lt',
  'lv',
  'mk',
  'mr',
  'ms',
  'mt',
  'nb',
  'nl',
  'pa',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'ru',
  'sk',
  'sl',
  'sq',
  'sr-Cyrl',
  'sr-Latn',
  'sv',
  'sw',
  'ta',
  'te',
  'th',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh-Hans',
  'zh-Hant',
] as const;
export type LabelLanguage = (typeof labelLanguages)[number];

/** Countries that write numbers and dates in their own way, with the labels of the language before the last hyphen. */
const variants = [
  'ar-AE',
  'ar-EG',
  'ar-MA',
  'ar-SA',
  'bn-IN',
  'de-AT',
  'de-CH',
  'en-AU',
  'en-CA',
  'en-GB',
  'en-IE',
  'en-IN',
  'en-NZ',
  'en-SG',
  'en-ZA',
  'es-AR',
  'es-CL',
  'es-CO',
  'es-MX',
  'fr-BE',
  'fr-CH',
  'it-CH',
  'nl-BE',
  'sv-FI',
  'zh-Hant-HK',
] as const;
export type Language = LabelLanguage | (typeof variants)[number];

/** Languages that invoices can be written in, as BCP 47 tags. */
export const languages: readonly Language[] = [...labelLanguages, ...variants].sort();

const withLabels: ReadonlySet<string> = new Set(labelLanguages);
const all: ReadonlySet<string> = new Set(languages);

export function isLanguage(tag: string): tag is Language {
  return all.has(tag);
}

/** The language whose labels an invoice in `tag` prints; one that was dropped since falls back to English. */
export function labelLanguageOf(tag: string): LabelLanguage {
  const candidates = [tag, tag.slice(0, Math.max(0, tag.lastIndexOf('-')))];
  return (candidates.find((candidate) => withLabels.has(candidate)) ?? 'en') as LabelLanguage;
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** Whether a language is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  return rightToLeft.has(labelLanguageOf(tag));
}
