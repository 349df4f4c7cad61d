import { describe, expect, it } from '@jest/globals';
import { fieldNames, importFields, suggestedMapping } from './import-fields.js';

const fieldsOf = (...header: string[]) =>
  Object.fromEntries(
    suggestedMapping(header).map(({ column, field }) => [header[column]!, field]),
  ) as Record<string, string>;

describe('the suggested mapping', () => {
  it('knows the names of the API, and of spreadsheets in other languages', () => {
    expect(fieldsOf('invoice_number', 'recipient_name', 'unit_price', 'due_date')).toEqual({
      invoice_number: 'invoice_number',
      recipient_name: 'recipient_name',
      unit_price: 'unit_price',
      due_date: 'due_date',
    });
    expect(fieldsOf('Rechnungs-Nr.', 'Fälligkeit', 'Straße', 'Einzelpreis', 'MwSt. %')).toEqual({
      'Rechnungs-Nr.': 'invoice_number',
      Fälligkeit: 'due_date',
      Straße: 'recipient_line1',
      Einzelpreis: 'unit_price',
      'MwSt. %': 'tax_rate',
    });
    expect(fieldsOf('Désignation', 'Quantité', 'Cliente', 'Aantal')).toEqual({
      Désignation: 'description',
      Quantité: 'quantity',
      Cliente: 'recipient_name',
    });
  });

  it('gives a field to one column, and none to names that it does not know', () => {
    expect(suggestedMapping(['Name', 'Customer', 'Colour', '', '客户'])).toEqual([
      { column: 0, field: 'recipient_name' },
    ]);
  });

  it('has every name of a column for one field only, and each field by its own name', () => {
    const names = fieldNames.flatMap((field) => importFields[field].headers.split(' '));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+$/);
    for (const field of fieldNames)
      expect(suggestedMapping([field])).toEqual([{ column: 0, field }]);
  });
});
