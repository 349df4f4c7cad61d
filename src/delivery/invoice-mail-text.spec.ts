import { describe, expect, it } from '@jest/globals';
import { newOrganization } from '../accounts/organization.js';
import { draftOf } from '../invoices/draft.js';
import { type CompleteRequest } from '../invoices/complete-request.js';
import { invoiceMailText } from './invoice-mail-text.js';

function mailText(changes: Partial<CompleteRequest>): string {
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
  return invoiceMailText({ ...result.draft, number }, 'Hello,').text;
}

describe('the mail of an invoice', () => {
  it('says what is to be paid where that is not the total', () => {
    const withheld = mailText({ withholdings: [{ name: 'IRPF', rate: 15 }] });
    expect(withheld).toContain('Total: €121.00\nAmount due: €106.00\n');
    expect(mailText({})).toContain('Total: €121.00\n\n');
  });
});
