import { describe, expect, it } from '@jest/globals';
import { pastedRows } from './pasted-rows';

const table = (...rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\r\n');

describe('rows pasted from a spreadsheet', () => {
  it('are description, quantity, unit price and tax rate in this order', () => {
    expect(pastedRows(table(['Design', '10', '150.00', '19']), '.')).toEqual([
      { description: 'Design', quantity: '10', unit_price: '150.00', tax_rate: '19' },
    ]);
  });

  it('follow the header where there is one, and leave out columns of other names', () => {
    const text = table(
      ['Pos.', 'VAT %', 'Unit Price (EUR)', 'Qty.', 'Item', 'Unit', 'Total'],
      ['1', '19 %', '€ 1,500.00', '2', 'Consulting', 'days', '3,000.00'],
    );
    expect(pastedRows(text, '.')).toEqual([
      {
        description: 'Consulting',
        quantity: '2',
        unit_price: '1500.00',
        tax_rate: '19',
        unit: 'days',
      },
    ]);
  });

  it('do not lose a first row that only looks a little like a header', () => {
    expect(pastedRows(table(['Rate', '2', '50']), '.')).toEqual([
      { description: 'Rate', quantity: '2', unit_price: '50' },
    ]);
  });

  it('are read with the decimal sign that other numbers of the table make clear', () => {
    const text = table(['Hosting', '1', '1.234'], ['Design', '2,5', '80,00']);
    expect(pastedRows(text, '.')).toEqual([
      { description: 'Hosting', quantity: '1', unit_price: '1234' },
      { description: 'Design', quantity: '2.5', unit_price: '80.00' },
    ]);
  });

  it('are read with the usual sign where the table leaves it open', () => {
    expect(pastedRows(table(['A', '1', '1,234']), '.')?.[0]?.unit_price).toBe('1234');
    expect(pastedRows(table(['A', '1', '1,234']), ',')?.[0]?.unit_price).toBe('1.234');
  });

  it('keep what cannot be understood as it stands', () => {
    const text = table(['Design', 'ten', '#REF!', 'n/a'], ['Travel', '1', '12.34.56', '']);
    expect(pastedRows(text, '.')).toEqual([
      { description: 'Design', quantity: 'ten', unit_price: '#REF!', tax_rate: 'n/a' },
      { description: 'Travel', quantity: '1', unit_price: '12.34.56' },
    ]);
  });

  it('may hold cells in quotes with line ends, tabs and quotes of their own', () => {
    const text = '"Design\nof a ""great"" logo"\t1\t5\n12" pizza\t2\t9.50\n';
    expect(pastedRows(text, '.')).toEqual([
      { description: 'Design\nof a "great" logo', quantity: '1', unit_price: '5' },
      { description: '12" pizza', quantity: '2', unit_price: '9.50' },
    ]);
  });

  it('leave out empty rows and empty cells', () => {
    const text = `\t\t\n${table(['Design', '', '5'], ['', '', ''])}\n\n`;
    expect(pastedRows(text, '.')).toEqual([{ description: 'Design', unit_price: '5' }]);
  });

  it('are no table when there is no tab', () => {
    expect(pastedRows('Two lines\nof a description', '.')).toBeUndefined();
    expect(pastedRows('', '.')).toBeUndefined();
  });

  it('are read in a moment even when there are thousands of strange ones', () => {
    const text = '"'.repeat(20_000) + '\t1\n' + "\t1'\n".repeat(5_000);
    const before = performance.now();
    pastedRows(text, '.');
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
