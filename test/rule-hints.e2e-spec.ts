import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { spokenHint } from '../web/src/ui/spoken-hint.js';

const folders = ['src/einvoice/rules', 'src/invoices/e-invoicing'];

/** Every hint of an e-invoice's rules as it stands in the source, without what a template puts in. */
function allHints(): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
  return files
    .flatMap((text) => [...text.matchAll(/(?:hint:|`Add) *(['`]?)(.*?)\1[,;]\n/g)])
    .map(([, , hint = '']) => hint.replaceAll(/\$\{.*?\}/g, ''))
    .filter((hint) => hint.includes(' '));
}

describe('a hint in the words of the forms', () => {
  it.each([
    [
      'Add buyer_reference to the recipient, or reference to the invoice.',
      'Add “Buyer reference” to the recipient, or “Purchase order” to the invoice.',
    ],
    [
      'Add electronic_addresses to the recipient, such as {"scheme":"0088","id":"4012345000009"}.',
      'Add “Electronic addresses” to the recipient, such as 4012345000009 of the kind 0088.',
    ],
    ['Add due_date, payment_terms_days or terms.', 'Add “Due date”, “Payment due” or “Terms”.'],
    [
      'Choose xrechnung-ubl, or leave tax_currency out.',
      'Choose XRechnung (UBL), or leave “Tax total also in” out.',
    ],
    [
      'Use sepa_credit_transfer, sepa_direct_debit, card or cash.',
      'Use SEPA transfer, SEPA direct debit, card or cash.',
    ],
    ['Make two invoices.', 'Make two invoices.'],
  ])('says %s as %s', (hint, expected) => {
    expect(spokenHint(hint)).toBe(expected);
  });

  it('has no name of a request left in any hint of the rules', () => {
    const hints = allHints();
    expect(hints.length).toBeGreaterThan(20);
    expect(hints.map(spokenHint).filter((hint) => /[a-z][_.][a-z]/.test(hint))).toEqual([]);
  });
});
