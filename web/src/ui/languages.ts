import { type CreateRequest } from '../invoices/create-request';

type Language = NonNullable<CreateRequest['language']>;

/**
 * Languages that the API writes invoices in, each named in itself and in English, as browsers do not know
 * all of the names; a missing one does not compile.
 */
const names: Readonly<Record<Language, string>> = {
  af: 'Afrikaans',
  ar: 'العربية – Arabic',
  'ar-AE': 'العربية (الإمارات العربية المتحدة) – Arabic (United Arab Emirates)',
  'ar-EG': 'العربية (مصر) – Arabic (Egypt)',
  'ar-MA': 'العربية (المغرب) – Arabic (Morocco)',
  'ar-SA': 'العربية (المملكة العربية السعودية) – Arabic (Saudi Arabia)',
  bg: 'Български – Bulgarian',
  bn: 'বাংলা – Bengali',
  'bn-IN': 'বাংলা (ভারত) – Bengali (India)',
  bs: 'Bosanski – Bosnian',
  ca: 'Català – Catalan',
  cs: 'Čeština – Czech',
  cy: 'Cymraeg – Welsh',
  da: 'Dansk – Danish',
  de: 'Deutsch – German',
  'de-AT': 'Deutsch (Österreich) – German (Austria)',
  'de-CH': 'Deutsch (Schweiz) – German (Switzerland)',
  el: 'Ελληνικά – Greek',
  en: 'English (United States)',
  'en-AU': 'English (Australia)',
  'en-CA': 'English (Canada)',
  'en-GB': 'English (United Kingdom)',
  'en-IE': 'English (Ireland)',
  'en-IN': 'English (India)',
  'en-NZ': 'English (New Zealand)',
  'en-SG': 'English (Singapore)',
  'en-ZA': 'English (South Africa)',
  es: 'Español – Spanish',
  'es-AR': 'Español (Argentina) – Spanish (Argentina)',
  'es-CL': 'Español (Chile) – Spanish (Chile)',
  'es-CO': 'Español (Colombia) – Spanish (Colombia)',
  'es-MX': 'Español (México) – Spanish (Mexico)',
  et: 'Eesti – Estonian',
  eu: 'Euskara – Basque',
  fa: 'فارسی – Persian',
  fi: 'Suomi – Finnish',
  fil: 'Filipino',
  fr: 'Français – French',
  'fr-BE': 'Français (Belgique) – French (Belgium)',
  'fr-CA': 'Français (Canada) – French (Canada)',
  'fr-CH': 'Français (Suisse) – French (Switzerland)',
  ga: 'Gaeilge – Irish',
  gl: 'Galego – Galician',
  gu: 'ગુજરાતી – Gujarati',
  he: 'עברית – Hebrew',
  hi: 'हिन्दी – Hindi',
  hr: 'Hrvatski – Croatian',
  hu: 'Magyar – Hungarian',
  hy: 'Հայերեն – Armenian',
  id: 'Bahasa Indonesia – Indonesian',
  is: 'Íslenska – Icelandic',
  it: 'Italiano – Italian',
  'it-CH': 'Italiano (Svizzera) – Italian (Switzerland)',
  ja: '日本語 – Japanese',
  ka: 'ქართული – Georgian',
  ko: '한국어 – Korean',
  lb: 'Lëtzebuergesch – Luxembourgish',
  lt: 'Lietuvių – Lithuanian',
  lv: 'Latviešu – Latvian',
  mk: 'Македонски – Macedonian',
  mr: 'मराठी – Marathi',
  ms: 'Bahasa Melayu – Malay',
  mt: 'Malti – Maltese',
  nb: 'Norsk bokmål – Norwegian',
  nl: 'Nederlands – Dutch',
  'nl-BE': 'Nederlands (België) – Dutch (Belgium)',
  pa: 'ਪੰਜਾਬੀ – Punjabi',
  pl: 'Polski – Polish',
  pt: 'Português – Portuguese (Portugal)',
  'pt-BR': 'Português (Brasil) – Portuguese (Brazil)',
  ro: 'Română – Romanian',
  ru: 'Русский – Russian',
  sk: 'Slovenčina – Slovak',
  sl: 'Slovenščina – Slovenian',
  sq: 'Shqip – Albanian',
  'sr-Cyrl': 'Српски – Serbian (Cyrillic)',
  'sr-Latn': 'Srpski – Serbian (Latin)',
  sv: 'Svenska – Swedish',
  'sv-FI': 'Svenska (Finland) – Swedish (Finland)',
  sw: 'Kiswahili – Swahili',
  ta: 'தமிழ் – Tamil',
  te: 'తెలుగు – Telugu',
  th: 'ไทย – Thai',
  tr: 'Türkçe – Turkish',
  uk: 'Українська – Ukrainian',
  ur: 'اردو – Urdu',
  vi: 'Tiếng Việt – Vietnamese',
  'zh-Hans': '简体中文 – Chinese (simplified)',
  'zh-Hant': '繁體中文 – Chinese (traditional)',
  'zh-Hant-HK': '繁體中文（香港） – Chinese (traditional, Hong Kong)',
};

/** The languages by their names. */
export const languages: readonly { readonly value: string; readonly label: string }[] =
  Object.entries(names)
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));

/** What the API calls it when an invoice has one language only. */
export const noLanguage = 'none';

/** The languages, and none. */
export const secondLanguages = [{ value: noLanguage, label: 'None' }, ...languages];
