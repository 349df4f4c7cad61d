import { describe, expect, it } from '@jest/globals';
import { type EInvoiceFormat, eInvoiceFormats } from '../../einvoice/formats.js';
import { type CompleteRequest } from '../complete-request.js';
import { goldenEInvoices } from '../testing/golden-e-invoices.js';
import { documentDraft } from '../testing/random-credit-notes.js';
import { eInvoiceDraft } from '../testing/random-e-invoices.js';
import { eInvoiceFaults, eInvoiceFindings, ownFormatFaults } from './e-invoice-faults.js';

const { request } = goldenEInvoices[0]!;
const [line] = request.line_items;

function found(change: Partial<CompleteRequest>, format: EInvoiceFormat): string[] {
  const draft = eInvoiceDraft({ ...request, ...change }, format)!;
  return eInvoiceFindings(draft, format).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

const vat = { name: 'VAT', rate: '19' };
const exempt = (exemption_reason: string) => ({ name: 'VAT', rate: '0', exemption_reason });

describe('what stands between an invoice and a format', () => {
  it.each(eInvoiceFormats)('is nothing for a good one (%s)', (format) => {
    expect(found({}, format)).toEqual([]);
  });

  it.each([
    [
      'UBL-SR-48 /line_items/0/taxes',
      { line_items: [{ ...line!, taxes: [vat, { ...vat, name: 'Levy' }] }] },
    ],
    [
      'BR-CO-16 /withholdings',
      { withholdings: [{ name: 'IRPF', rate: '15', base: 'net' as const }] },
    ],
    [
      'BR-E-01 /line_items/1/taxes/0/exemption_reason',
      {
        line_items: [
          { ...line!, taxes: [exempt('Article 132')] },
          { ...line!, taxes: [exempt('Article 135')] },
        ],
      },
    ],
  ] satisfies [string, Partial<CompleteRequest>][])('is %s', (finding, change) => {
    expect(found(change, 'ubl')).toContain(finding);
  });

  it('is a second earlier invoice in CII only, whose schema has room for one', () => {
    const change = { preceding_invoices: [{ number: 'A' }, { number: 'B' }] };
    expect(found(change, 'cii')).toEqual(['XSD /preceding_invoices/1']);
    expect(found(change, 'ubl')).toEqual([]);
  });

  it('is tax given back that is nothing in another currency, in CII of XRechnung only', () => {
    const change = {
      line_items: [{ ...line!, quantity: '-1' }],
      tax_currency: 'USD',
      exchange_rate: '0.00001',
    };
    expect(found(change, 'xrechnung-cii')).toEqual(['PEPPOL-EN16931-R055 /tax_currency']);
    for (const format of ['xrechnung-ubl', 'peppol-ubl', 'cii'] as const) {
      expect(found(change, format)).toEqual([]);
    }
  });

  it('is the type of documents that are none', () => {
    const draft = { ...eInvoiceDraft(request, 'cii')!, type: 'quote' as const };
    expect(eInvoiceFindings(draft, 'cii').map(({ rule }) => rule)).toEqual(['BR-04']);
  });

  it('is told as faults with the rule and where the request breaks it', () => {
    const draft = eInvoiceDraft({ ...request, payment: {} }, 'xrechnung-ubl')!;
    expect(eInvoiceFaults(draft, 'xrechnung-ubl')).toEqual([
      expect.objectContaining({ pointer: '/payment', code: 'e_invoice_rule', rule: 'BR-DE-1' }),
    ]);
    expect(ownFormatFaults(draft)).toEqual(eInvoiceFaults(draft, 'xrechnung-ubl'));
    expect(ownFormatFaults({ ...draft, format: null })).toEqual([]);
  });
});

describe('a credited line', () => {
  it('of nothing keeps its credit note an e-invoice (BR-S-01)', () => {
    const free = {
      ...line!,
      quantity: '10',
      unit_price: '0.001',
      taxes: [{ name: 'VAT', rate: '7' }],
    };
    const document = {
      request: { ...request, line_items: [line!, free] },
      credits: { steps: [{ parts: [400], asAmount: false }], takesRest: false },
    };
    const draft = documentDraft(document, 'ubl')!;
    expect(draft.lines.map(({ netMinor }) => netMinor)).toContain(0n);
    expect(eInvoiceFindings(draft, 'ubl')).toEqual([]);
  });
});
