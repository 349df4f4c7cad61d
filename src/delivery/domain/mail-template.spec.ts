import { describe, expect, it } from '@jest/globals';
import { filledLine, filledText, type PlaceholderValues, templateFaults } from './mail-template.js';

const values: PlaceholderValues = {
  document_title: 'Invoice',
  invoice_number: 'INV-7',
  recipient_name: 'Acme {{total}} $& Corp',
  organization_name: 'Example Ltd',
  total: '$1,500.00',
  date: 'January 19, 2026',
  due_date: null,
  reference: null,
};

describe('a template of a mail', () => {
  it('is filled in with the values, wherever and however often they are named', () => {
    expect(filledLine('{{invoice_number}}: {{ total }} ({{total}})', values)).toBe(
      'INV-7: $1,500.00 ($1,500.00)',
    );
  });

  it('never fills in what stands inside a value', () => {
    expect(filledText('For {{recipient_name}}', values)).toBe('For Acme {{total}} $& Corp');
  });

  it('leaves text in other braces alone', () => {
    expect(filledText('{see below} { } }} {', values)).toBe('{see below} { } }} {');
    expect(templateFaults('{see below} { } }} {')).toEqual([]);
  });

  it.each([
    ['Hello,\n\nPay by {{due_date}}.\n\nBye', 'Hello,\n\nBye'],
    ['Hello,\nPay by {{due_date}}, please.\nBye', 'Hello,\nBye'],
    ['{{reference}}\n\nHello', 'Hello'],
    ['Hello\r\n\r\n{{reference}} {{due_date}}', 'Hello'],
    ['Hello\n\n\nBye', 'Hello\n\n\nBye'],
    ['{{due_date}}', ''],
  ])('leaves out the lines of what an invoice has not: %j', (template, text) => {
    expect(filledText(template, values)).toBe(text);
  });

  it('of one line comes to nothing where it names what an invoice has not', () => {
    expect(filledLine('Due {{due_date}}', values)).toBeUndefined();
  });

  it.each([
    ['{{invoice_numbre}}', [{ kind: 'unknown', name: 'invoice_numbre' }]],
    ['{{}} {{ }}', [{ kind: 'unknown', name: '' }]],
    ['{{toString}} {{toString}}', [{ kind: 'unknown', name: 'toString' }]],
    [
      '{{Total}} {{a b}}',
      [
        { kind: 'unknown', name: 'Total' },
        { kind: 'unknown', name: 'a b' },
      ],
    ],
    ['Total: {{total', [{ kind: 'unclosed', name: '' }]],
    ['{{total}', [{ kind: 'unclosed', name: '' }]],
    ['{{to\ntal}}', [{ kind: 'unclosed', name: '' }]],
    ['{total}', [{ kind: 'single_braces', name: 'total' }]],
  ])('with faults tells each of them: %j', (template, faults) => {
    expect(templateFaults(template)).toEqual(faults);
  });
});
