import { describe, expect, it } from '@jest/globals';
import { Columns } from './columns.js';
import { placed } from './fault-places.js';
import { invoicesOf } from './grouped-rows.js';
import { type FieldName } from './import-fields.js';
import { bodyOf } from './invoice-body.js';
import { type Sheet } from './sheet.js';

const sheetOf = (fields: FieldName[], ...rows: string[][]) => ({
  columns: new Columns(fields.map((field, column) => ({ column, field }))),
  sheet: {
    header: { number: 1, cells: fields, raw: '' },
    rows: rows.map((cells, at) => ({ number: at + 2, cells, raw: '' })),
  } satisfies Sheet,
});
const style = { decimalMark: 'point', dateOrder: 'day_first', pricesIncludeTax: false } as const;
const read = (fields: FieldName[], ...rows: string[][]) => {
  const { sheet, columns } = sheetOf(fields, ...rows);
  return invoicesOf(sheet, columns).map((invoice) => ({
    invoice,
    columns,
    ...bodyOf(invoice, columns, style),
  }));
};

describe('the rows of a file', () => {
  it('with the same key are one invoice, wherever they stand, in the order of the first ones', () => {
    const invoices = read(
      ['invoice_key', 'recipient_name', 'description', 'unit_price'],
      ['B', 'Beta', 'One', '1'],
      ['A', 'Alpha', 'Two', '2'],
      ['B', '', 'Three', '3'],
    );
    expect(invoices.map(({ body }) => body)).toEqual([
      {
        recipient: { name: 'Beta' },
        line_items: [
          { quantity: '1', description: 'One', unit_price: '1' },
          { quantity: '1', description: 'Three', unit_price: '3' },
        ],
      },
      {
        recipient: { name: 'Alpha' },
        line_items: [{ quantity: '1', description: 'Two', unit_price: '2' }],
      },
    ]);
  });

  it('are grouped by the number where no column has a key, and not at all without either', () => {
    expect(
      read(['invoice_number', 'description'], ['7', 'a'], ['7', 'b'], ['8', 'c']),
    ).toHaveLength(2);
    expect(read(['invoice_number', 'description'], ['', 'a'], ['', 'b'])).toHaveLength(2);
    expect(read(['description'], ['a'], ['a'])).toHaveLength(2);
  });

  it('without a key, where others have one, belong to nobody knows which invoice', () => {
    const [, second] = read(['invoice_key', 'description'], ['A', 'a'], ['', 'b']);
    expect(second!.invoice.faults).toMatchObject([{ row: 3, column: 0, code: 'required' }]);
  });

  it('of one invoice must not contradict each other', () => {
    const [invoice] = read(
      ['invoice_key', 'recipient_name', 'description'],
      ['A', 'Alpha', 'a'],
      ['A', '', 'b'],
      ['A', 'Beta', 'c'],
    );
    expect(invoice!.faults).toMatchObject([
      { row: 4, column: 1, code: 'differs_within_invoice', message: /Row 2/ },
    ]);
  });

  it('keep formulas as the texts that they are, and take none for a number', () => {
    const [invoice] = read(
      ['recipient_name', 'description', 'quantity', 'unit_price'],
      ['@SUM(A1)', '=HYPERLINK("http://x")', '=1+1', '-5'],
    );
    expect(invoice!.body).toEqual({
      recipient: { name: '@SUM(A1)' },
      line_items: [{ description: '=HYPERLINK("http://x")', quantity: '=1+1', unit_price: '-5' }],
    });
    expect(invoice!.faults).toMatchObject([{ row: 2, column: 2, code: 'not_a_number' }]);
  });

  it('put every field in its place, and a tax with a name into the list of taxes', () => {
    const [first, second] = read(
      ['date', 'recipient_city', 'payment_terms_days', 'tax_rate', 'tax_name', 'discount_percent'],
      ['1/2/2026', ' Bonn ', '14', '19 %', 'USt', '10%'],
      ['', '', 'x', '7', '', ''],
    );
    expect(first!.body).toEqual({
      date: '2026-02-01',
      recipient: { address: { city: 'Bonn' } },
      payment_terms_days: 14,
      line_items: [
        { quantity: '1', taxes: [{ name: 'USt', rate: '19' }], discount: { percent: '10' } },
      ],
    });
    expect(second!.body.line_items).toEqual([{ quantity: '1', tax_rate: '7' }]);
    expect(second!.faults).toMatchObject([{ row: 3, column: 2, code: 'wrong_format' }]);
  });
});

describe('the faults of a request', () => {
  it('stand at the rows and columns that they come from, one a cell', () => {
    const [invoice] = read(
      ['invoice_key', 'recipient_name', 'quantity', 'tax_rate', 'recipient_country'],
      ['A', '', '1', '19', 'Germany'],
      ['A', '', 'two', '190', ''],
    );
    const refused = [
      ['/recipient/address/country', 'unknown_country'],
      ['/recipient/name', 'required'],
      ['/line_items/1/quantity', 'not_a_number'],
      ['/line_items/1/tax_rate', 'out_of_range'],
      ['/line_items/1/taxes/0/rate', 'out_of_range'],
      ['/line_items/0/description', 'required'],
      ['', 'too_many_taxes'],
    ].map(([pointer = '', code = '']) => ({ pointer, code, message: code }));
    const faults = placed(invoice!.faults, refused, { ...invoice!, ofShape: [] });
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, null, 'required'],
      [2, null, 'too_many_taxes'],
      [2, 1, 'required'],
      [2, 4, 'unknown_country'],
      [3, 2, 'not_a_number'],
      [3, 3, 'out_of_range'],
    ]);
    expect(faults.find(({ code }) => code === 'not_a_number')?.hint).toMatch(/figure alone/);
    const moved = { row: 3, column: null, code: 'too_many_cells', message: '' };
    const known = placed(invoice!.faults, refused, { ...invoice!, ofShape: [moved] });
    expect(known.filter(({ row }) => row === 3)).toEqual([moved]);
  });
});
