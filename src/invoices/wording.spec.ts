import { describe, expect, it } from '@jest/globals';
import { Wording } from './wording.js';

const wording = (
  language: string,
  secondLanguage: string | null = null,
  labels: ConstructorParameters<typeof Wording>[0]['labels'] = null,
) => new Wording({ language, secondLanguage, labels });

describe('Wording', () => {
  it('says a label in one language', () => {
    expect(wording('de').line('invoice')).toBe('Rechnung');
    expect(wording('de').stacked('invoice')).toBe('Rechnung');
  });

  it('says a label in both languages, and once where they agree', () => {
    const words = wording('de', 'en');
    expect(words.line('invoice')).toBe('Rechnung / Invoice');
    expect(words.stacked('invoice')).toBe('Rechnung\nInvoice');
    expect(words.line('iban')).toBe('IBAN');
    expect(words.line('page')).toBe('Seite {page} von {pages} / Page {page} of {pages}');
  });

  it('fills each language with its own words', () => {
    const text = wording('de', 'fr').line('included_tax', ({ tax_name: tax }) => ({ tax }));
    expect(text).toBe('darin enthalten: MwSt. / dont TVA');
  });

  it('prefers an account’s own wordings, language by language', () => {
    const words = wording('de', 'en', { en: { invoice: 'Tax invoice' }, de: { date: 'Datum' } });
    expect(words.line('invoice')).toBe('Rechnung / Tax invoice');
    expect(words.first.date).toBe('Datum');
  });

  it('sets a value apart beside right-to-left words only', () => {
    expect(wording('ar').labelled('الرقم', '+1 23')).toBe('الرقم: \u2068+1 23\u2069');
    expect(wording('en', 'ar').labelled('No.', '+1 23')).toBe('No.: \u2068+1 23\u2069');
    expect(wording('en', 'de').labelled('No.', '+1 23')).toBe('No.: +1 23');
  });

  it('puts a value behind its label as the language does', () => {
    expect(wording('en').labelled('Tax ID', 'X')).toBe('Tax ID: X');
    expect(wording('fr').labelled('N°', 'X')).toBe('N°\u00a0: X');
    expect(wording('ja').labelled('番号', 'X')).toBe('番号：X');
  });
});
