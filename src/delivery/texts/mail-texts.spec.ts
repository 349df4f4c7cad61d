import { describe, expect, it } from '@jest/globals';
import { labelLanguages } from '../../common/i18n/languages.js';
import { templateFaults } from '../domain/mail-template.js';
import { mailTextsOf, usualMailTexts } from './mail-texts-of.js';

describe.each(labelLanguages)('the usual texts of mails in %s', (language) => {
  const { subject, message } = usualMailTexts(language);

  it('name the invoice and its sender, and nothing that an invoice may lack', () => {
    const named = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    expect(named(subject)).toEqual(['invoice_number', 'organization_name']);
    expect(named(message)).toEqual(['invoice_number']);
    expect([...templateFaults(subject), ...templateFaults(message)]).toEqual([]);
  });

  it('are a line, and a greeting above a sentence', () => {
    expect(subject).toMatch(/^\S.{10,80}\S$/u);
    expect(message).toMatch(/^\S[^\n]+\n\n\S[^\n]+\S$/);
    expect(subject + message).toBe((subject + message).normalize('NFC'));
  });
});

describe('the texts of mails', () => {
  const own = {
    de: { subject: 'Rechnung {{invoice_number}}', message: 'Hallo' },
    'de-CH': { message: 'Grüezi' },
  };

  it('of an account stand before the usual ones, part by part', () => {
    expect(mailTextsOf('de', own)).toEqual(own.de);
    expect(mailTextsOf('de-CH', own)).toEqual({ subject: own.de.subject, message: 'Grüezi' });
    expect(mailTextsOf('de-AT', own)).toEqual(own.de);
    expect(mailTextsOf('fr', own)).toEqual(usualMailTexts('fr'));
  });

  it('are English in a language that is no more', () => {
    expect(mailTextsOf('tlh', {})).toEqual(usualMailTexts('en'));
  });
});
