import { describe, expect, it } from '@jest/globals';
import { newOrganization } from '../accounts/organization.js';
import { draftOf } from './draft.js';
import { type CompleteRequest } from './complete-request.js';

const organization = {
  ...newOrganization,
  name: 'Example Ltd',
  email: 'office@example.com',
  address: { line1: 'Markt 1', city: 'Berlin' },
  payment: { iban: 'DE89370400440532013000' },
  payment_terms_days: 14,
  accent_color: '#0f766e',
};

function draft(changes: Partial<CompleteRequest> = {}) {
  const request = {
    recipient: { name: 'Acme Corp' },
    line_items: [{ description: 'x', quantity: 2, unit_price: '10.5' }],
    ...changes,
  };
  const result = draftOf(request, {
    organization,
    today: '2026-01-19',
    source: 'api',
    templateVersion: () => 'clean-2',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.draft;
}

describe('draftOf', () => {
  it('takes from the organization what the request leaves out', () => {
    expect(draft()).toMatchObject({
      date: '2026-01-19',
      dueDate: '2026-02-02',
      currency: 'USD',
      language: 'en',
      organization: { name: 'Example Ltd', email: 'office@example.com', accentColor: '#0f766e' },
      payment: organization.payment,
      totalMinor: 2_100n,
    });
  });

  it('replaces an address as a whole, and other parts of the sender one by one', () => {
    const { organization: sender } = draft({ organization: { address: { city: 'Paris' } } });
    expect(sender).toMatchObject({ name: 'Example Ltd', address: { city: 'Paris' } });
    expect(sender.address).not.toHaveProperty('line1');
  });

  it.each([
    [{ due_date: '2026-03-01' }, '2026-03-01'],
    [{ payment_terms_days: 0 }, '2026-01-19'],
    [{ date: '2026-12-31', payment_terms_days: 1 }, '2027-01-01'],
  ])('makes of %j the due date %s', (changes, dueDate) => {
    expect(draft(changes).dueDate).toBe(dueDate);
  });

  it('leaves the payment block out when the request empties it', () => {
    expect(draft({ payment: {} }).payment).toBeNull();
  });

  it('keeps decimals as their shortest text and a bare rate as one tax', () => {
    const [line] = draft({
      line_items: [{ description: 'x', quantity: '1.500', unit_price: 10, tax_rate: '19.0' }],
    }).lines;
    expect(line).toMatchObject({
      quantity: '1.5',
      unitPrice: '10',
      taxes: [{ name: 'Tax', rate: '19', category: 'S' }],
    });
  });

  it('says which figures are impossible, and when the total is another', () => {
    const line = { description: 'x', quantity: 1e9, unit_price: 1e9 };
    const context = {
      organization,
      today: '2026-01-19',
      source: 'api',
      templateVersion: () => 'clean-2',
    } as const;
    const faultsOf = (changes: Partial<CompleteRequest>) => {
      const request = { recipient: { name: 'A' }, line_items: [line], ...changes };
      const result = draftOf(request, context);
      return result.ok ? [] : result.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    };
    expect(faultsOf({})).toEqual(['/line_items/0 amount_too_large']);
    const fine = { line_items: [{ ...line, quantity: 1, unit_price: 1 }] };
    expect(faultsOf({ ...fine, expected_total: '1' })).toEqual([]);
    expect(faultsOf({ ...fine, expected_total: '1.01' })).toEqual([
      '/expected_total total_mismatch',
    ]);
  });
});
