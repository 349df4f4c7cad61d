import { describe, expect, it } from '@jest/globals';
import { labelNames, labelPlaces, placesIn } from '../../common/i18n/labels.js';
import { labelLanguageOf, labelLanguages, languages } from '../../common/i18n/languages.js';
import { nearestLanguage } from '../../common/i18n/nearest-language.js';
import { loadConfig } from '../../config/config.js';
import { GlyphCoverage } from '../../pdf/glyph-coverage.js';
import { labelsOf } from './labels-of.js';

const coverage = new GlyphCoverage(loadConfig({ DATABASE_URL: 'sqlite:unused.db' }));

describe.each(labelLanguages)('the labels in %s', (language) => {
  const labels = labelsOf(language);

  it('are all there, short, trimmed and printable', () => {
    expect(Object.keys(labels)).toEqual(labelNames);
    const wrong = Object.entries(labels).filter(
      ([, text]) =>
        text.trim() === '' ||
        text !== text.trim() ||
        text !== text.normalize('NFC') ||
        text.length > 60 ||
        coverage.unprintable(text) !== undefined,
    );
    expect(wrong).toEqual([]);
  });

  it('hold exactly the places that are filled in', () => {
    const places = labelNames.map((name) => [name, placesIn(labels[name]).sort()]);
    expect(places).toEqual(labelNames.map((name) => [name, [...labelPlaces[name]].sort()]));
  });

  it('tell apart what stands side by side', () => {
    const sideBySide = [
      ['from', 'bill_to'],
      ['number', 'date', 'due_date', 'reference'],
      ['tax_id', 'registration_number'],
      ['quantity', 'unit_price', 'tax', 'amount'],
      ['subtotal', 'total', 'discount', 'charge'],
      ['subtotal', 'subtotal_with_tax'],
      ['tax', 'taxable', 'tax_amount'],
      ['account_name', 'iban', 'bic', 'payment_reference'],
      ['invoice', 'credit_note', 'proforma', 'quote'],
      ['preview', 'draft'],
      ['document_number', 'document_date', 'valid_until', 'due_date', 'reference'],
      ['document_number', 'corrected_invoice'],
      ['seller', 'customer'],
      ['amount_due', 'amount_credited'],
      ['date', 'due_date', 'delivery_date', 'billing_period'],
      ['document_date', 'due_date', 'delivery_date', 'billing_period'],
      ['from', 'bill_to', 'delivered_to', 'contact'],
      ['seller', 'customer', 'delivered_to', 'contact'],
      ['number', 'reference', 'buyer_reference', 'contract', 'project', 'sales_order'],
      ['number', 'document_number', 'corrected_invoice', 'preceding_invoice'],
      ['subtotal', 'total', 'prepaid', 'amount_due', 'amount_credited', 'rounding'],
      ['payment', 'payment_means', 'terms'],
      ['direct_debit', 'card', 'cash', 'cheque', 'credit_transfer', 'online_payment'],
      ['account_name', 'iban', 'bic', 'payment_reference', 'mandate', 'creditor_id'],
      ['account_name', 'iban', 'debited_account'],
    ] as const;
    for (const names of sideBySide) {
      expect(new Set(names.map((name) => labels[name])).size).toBe(names.length);
    }
  });
});

describe('languages', () => {
  it('of a country share the labels of their language', () => {
    expect(labelsOf('de-CH')).toBe(labelsOf('de'));
    expect(labelsOf('zh-Hant-HK')).toBe(labelsOf('zh-Hant'));
    expect(languages.filter((tag) => !tag.startsWith(labelLanguageOf(tag)))).toEqual([]);
  });

  it('that are no more are written in English', () => {
    expect(labelsOf('tlh')).toBe(labelsOf('en'));
  });

  it.each([
    ['DE', 'de'],
    ['de_DE', 'de'],
    ['de-LI', 'de'],
    ['en-us', 'en'],
    ['EN_gb', 'en-GB'],
    ['pt-PT', 'pt'],
    ['zh-CN', 'zh-Hans'],
    ['zh_TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant-HK'],
    ['sr', 'sr-Cyrl'],
    ['no', 'nb'],
    ['iw', 'he'],
    ['tl', 'fil'],
    ['German', 'de'],
    ['deutsch', 'de'],
  ])('are guessed from %s: %s', (written, meant) => {
    expect(nearestLanguage(written)).toBe(meant);
  });

  it.each(['tlh', '', 'x'.repeat(50), 'none', '-', 'constructor'])(
    'are not guessed from %j',
    (text) => {
      expect(nearestLanguage(text)).toBeUndefined();
    },
  );
});
