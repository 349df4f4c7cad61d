import { labelLanguageOf } from '../../common/i18n/languages.js';
import { type DocumentType } from '../../invoices/domain/document-type.js';
import { type MailTemplate, type OwnMailTexts } from './mail-text.js';
import { mailTexts } from './mail-texts.js';

/** The texts of the product in a language for a paper. */
export function usualMailTexts(language: string, type: DocumentType): MailTemplate {
  const { document, ...invoice } = mailTexts[labelLanguageOf(language)];
  return type === 'invoice' ? invoice : document;
}

/**
 * What an account's mails say in a language: its own texts, where "de" also holds for "de-CH", else the
 * usual ones. Its own texts were written for invoices and may ask for money, so every other paper has the
 * usual ones.
 */
export function mailTextsOf(language: string, own: OwnMailTexts, type: DocumentType): MailTemplate {
  const usual = usualMailTexts(language, type);
  if (type !== 'invoice') return usual;
  return { ...usual, ...own[labelLanguageOf(language)], ...own[language] };
}
