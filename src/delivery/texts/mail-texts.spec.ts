import { describe, expect, it } from '@jest/globals';
import { labelLanguages } from '../../common/i18n/languages.js';
import { labelsOf } from '../../invoices/labels/labels-of.js';
import { templateFaults } from '../domain/mail-template.js';
import { mailTextsOf, usualMailTexts } from './mail-texts-of.js';

describe.each(labelLanguages)('the usual texts of mails in %s', (language) => {
  const { subject, message } = usualMailTexts(language, 'invoice');

  const paper = usualMailTexts(language, 'quote');
  const named = (text: string) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

  it('name the invoice and its sender, and nothing that an invoice may lack', () => {
    expect(named(subject)).toEqual(['invoice_number', 'organization_name']);
    expect(named(message)).toEqual(['invoice_number']);
    expect([...templateFaults(subject), ...templateFaults(message)]).toEqual([]);
  });

  it('call any other paper by its title and never an invoice', () => {
    expect(named(paper.subject)).toEqual(['document_title', 'invoice_number', 'organization_name']);
    expect(named(paper.message)).toEqual(['document_title', 'invoice_number']);
    const words = `${paper.subject} ${paper.message}`.replaceAll(/\{\{\w+\}\}/g, '').toLowerCase();
    expect(words).not.toContain(labelsOf(language).invoice.toLowerCase());
  });

  it.each([
    ['invoice', subject, message],
    ['other paper', paper.subject, paper.message],
  ])('are a line, and a greeting above a sentence: %s', (_, line, text) => {
    expect(line).toMatch(/^\S.{10,80}\S$/u);
    expect(text).toMatch(/^\S[^\n]+\n\n\S[^\n]+\S$/);
    expect(line + text).toBe((line + text).normalize('NFC'));
  });
});

describe('the texts of mails', () => {
  const own = {
    de: { subject: 'Rechnung {{invoice_number}}', message: 'Hallo' },
    'de-CH': { message: 'Grüezi' },
  };

  it('of an account stand before the usual ones, part by part', () => {
    expect(mailTextsOf('de', own, 'invoice')).toEqual(own.de);
    expect(mailTextsOf('de-CH', own, 'invoice')).toEqual({
      subject: own.de.subject,
      message: 'Grüezi',
    });
    expect(mailTextsOf('de-AT', own, 'invoice')).toEqual(own.de);
    expect(mailTextsOf('fr', own, 'invoice')).toEqual(usualMailTexts('fr', 'invoice'));
  });

  it('of an account are for invoices, and no other paper is mailed with them', () => {
    expect(mailTextsOf('de', own, 'credit_note')).toEqual(usualMailTexts('de', 'credit_note'));
  });

  it('are English in a language that is no more', () => {
    expect(mailTextsOf('tlh', {}, 'invoice')).toEqual(usualMailTexts('en', 'invoice'));
  });
});
