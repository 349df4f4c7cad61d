import { labelLanguageOf } from '../../common/i18n/languages.js';
import { type MailTemplate, type OwnMailTexts } from './mail-text.js';
import { mailTexts } from './mail-texts.js';

/** The texts of the product in a language. */
export function usualMailTexts(language: string): MailTemplate {
  return mailTexts[labelLanguageOf(language)];
}

/** What an account's mails say in a language: its own texts, where "de" also holds for "de-CH", else the usual ones. */
export function mailTextsOf(language: string, own: OwnMailTexts): MailTemplate {
  return { ...usualMailTexts(language), ...own[labelLanguageOf(language)], ...own[language] };
}
