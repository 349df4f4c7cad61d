import { describe, expect, it } from '@jest/globals';
import { newOrganization } from '../accounts/organization.js';
import { draftOf } from './draft.js';
import { type CompleteRequest } from './complete-request.js';
import { invoiceDocument } from './invoice-document.js';

const german = { line1: 'Markt 1', postal_code: '10115', city: 'Berlin', country: 'DE' };

function document(changes: Partial<CompleteRequest> = {}, number: string | null = 'INV-1') {
  const request = {
    recipient: { name: 'Acme Corp', address: { city: 'Lyon', country: 'FR' } },
    line_items: [
      { description: 'Consulting', quantity: '1.5', unit: 'hours', unit_price: 100, tax_rate: 19 },
    ],
    ...changes,
  };
  const organization = {
    ...newOrganization,
    name: 'Example Ltd',
    address: german,
    currency: 'EUR',
  };
  const result = draftOf(request, {
    organization,
    today: '2026-01-19',
    source: 'api',
    templateVersion: () => 'clean-2',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const context = { createdAt: '2026-01-19T10:00:00.000Z', logo: undefined };
  return invoiceDocument(result.draft, {
    ...context,
    number: number ?? undefined,
    watermark: number === null ? 'preview' : undefined,
  });
}

describe('invoiceDocument', () => {
  it('places number, date and what else is known, and leaves no empty entry', () => {
    expect(document({ reference: 'PO-1', payment_terms_days: 14 }).facts).toEqual([
      { label: 'Invoice number', value: 'INV-1' },
      { label: 'Date', value: 'January 19, 2026' },
      { label: 'Due date', value: 'February 2, 2026' },
      { label: 'Your reference', value: 'PO-1' },
    ]);
    expect(document().facts.map(({ label }) => label)).toEqual(['Invoice number', 'Date']);
  });

  it('names the countries only where they differ', () => {
    expect(document().sender.lines).toContain('Germany');
    expect(document().recipient.lines).toContain('France');
    const inland = document({ recipient: { name: 'Acme', address: german } });
    expect([...inland.sender.lines, ...inland.recipient.lines].join()).not.toContain('Germany');
  });

  it('has a column of taxes only if a line bears one', () => {
    expect(document().table.rows[0]?.cells).toEqual(['1.5 hours', '100.00', '19%', '150.00']);
    const untaxed = document({ line_items: [{ description: 'x', quantity: 1, unit_price: 1 }] });
    expect(untaxed.table.rows[0]?.cells).toEqual(['1', '1.00', '1.00']);
    expect(untaxed.totals).toEqual([{ label: 'Total', value: '€1.00', strong: true }]);
  });

  it('prints rows that add up to the total', () => {
    expect(
      document({ discounts: [{ percent: 10 }], charges: [{ amount: 5, reason: 'Shipping' }] })
        .totals,
    ).toEqual([
      { label: 'Subtotal', value: '150.00' },
      { label: 'Discount (10%)', value: '-15.00' },
      { label: 'Shipping', value: '5.00' },
      { label: 'Tax 19%', value: '26.60' },
      { label: 'Total', value: '€166.60', strong: true },
    ]);
  });

  it('says of inclusive prices what tax the total holds, below it', () => {
    const totals = document({ prices_include_tax: true }).totals;
    expect(totals).toEqual([
      { label: 'Total', value: '€150.00', strong: true },
      { label: 'includes Tax 19%', value: '23.95' },
    ]);
  });

  it('says why nothing is charged, in both languages and above the notes', () => {
    const line = { description: 'x', quantity: 1, unit_price: 10 };
    const reverse = { name: 'VAT', rate: 0, category: 'AE' as const };
    const { texts } = document({
      language: 'de',
      second_language: 'fr',
      line_items: [{ ...line, taxes: [reverse] }],
      notes: 'Danke',
    });
    expect(texts.map(({ text }) => text)).toEqual([
      'Steuerschuldnerschaft des Leistungsempfängers / Autoliquidation : taxe due par le preneur (VAT 0\u00a0%)',
      'Danke',
    ]);
    expect(document().texts).toEqual([]);
  });

  it('prints below the total how it becomes the amount due', () => {
    const { totals } = document({
      withholdings: [{ name: 'IRPF', rate: '15' }],
      cash_rounding: '0.1',
      tax_currency: 'JPY',
      exchange_rate: '160.5',
    });
    expect(totals.slice(2)).toEqual([
      { label: 'Total', value: '€178.50', strong: true },
      { label: 'Tax total in JPY (1 EUR = 160.5 JPY)', value: '¥4,574' },
      { label: 'IRPF 15%', value: '-22.50' },
      { label: 'Amount due', value: '€156.00', strong: true },
    ]);
  });

  it('groups an IBAN by four, and has no payment block without one', () => {
    const { payment } = document({
      payment: { iban: 'de89-3704 00440532013000', bic: 'cobadeffxxx' },
    });
    expect(payment?.facts.map(({ value }) => value)).toEqual([
      'DE89 3704 0044 0532 0130 00',
      'COBADEFFXXX',
    ]);
    expect(document().payment).toBeUndefined();
  });

  it('marks a preview, which has no number', () => {
    const preview = document({}, null);
    expect(preview).toMatchObject({
      title: 'Invoice',
      footer: 'Example Ltd',
      watermark: 'PREVIEW',
    });
  });

  it.each([
    ['US', 'us-letter'],
    ['DE', 'a4'],
    ['CA', 'us-letter'],
  ])('is on the paper of the sender’s country: %s on %s', (country, paper) => {
    expect(document({ organization: { address: { country } } }).paper).toBe(paper);
  });
});
