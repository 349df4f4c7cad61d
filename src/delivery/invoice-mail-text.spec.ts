import { describe, expect, it } from '@jest/globals';
import { newOrganization } from '../accounts/organization.js';
import { draftOf } from '../invoices/draft.js';
import { type CompleteRequest } from '../invoices/complete-request.js';
import { invoiceMailText, type MailedInvoice } from './invoice-mail-text.js';
import { invoiceMailWords } from './invoice-mail-words.js';

function mailed(changes: Partial<CompleteRequest>): MailedInvoice {
  const request = {
    recipient: { name: 'Acme Corp' },
    line_items: [{ description: 'Work', quantity: 1, unit_price: 100, tax_rate: 21 }],
    ...changes,
  };
  const organization = { ...newOrganization, name: 'Example Ltd', currency: 'EUR' };
  const result = draftOf(request, {
    organization,
    today: '2026-01-19',
    source: 'api',
    templateVersion: () => 'clean-2',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const number = { number: 'INV-1', series: null, period: null, sequence: null };
  return { ...result.draft, number };
}

const mailText = (changes: Partial<CompleteRequest>): string =>
  invoiceMailText(mailed(changes), 'Hello,').text;

describe('the mail of an invoice', () => {
  it('says what is to be paid where that is not the total', () => {
    const withheld = mailText({ withholdings: [{ name: 'IRPF', rate: 15 }] });
    expect(withheld).toContain('Total: €121.00\nAmount due: €106.00\n');
    expect(mailText({})).toContain('Total: €121.00\n\n');
  });
});

describe('the words of a mail', () => {
  const own = {
    de: { subject: '{{document_title}} {{invoice_number}}', message: 'Bitte zahlen.' },
  };
  const paper = { ...mailed({ language: 'de', second_language: 'en' }), labels: null };

  it('name the invoice by its title where the account asks for it', () => {
    expect(invoiceMailWords(paper, own)).toEqual({
      subject: 'Rechnung INV-1',
      message: 'Bitte zahlen.',
    });
  });

  it('are ours for any other paper, which they call by its title in the words of the account', () => {
    const labels = { de: { quote: 'Offerte' } };
    expect(invoiceMailWords({ ...paper, type: 'quote', labels }, own)).toEqual({
      subject: 'Offerte INV-1 von Example Ltd',
      message: 'Guten Tag,\n\nanbei erhalten Sie: Offerte INV-1.',
    });
    expect(invoiceMailWords({ ...paper, type: 'credit_note' }, own).subject).toMatch(
      /^Rechnungskorrektur /,
    );
  });
});
