import { type InvoiceRows } from './grouped-rows.js';
import { type RowFault } from './sheet.js';

/** An invoice of the file with a number of its own. */
interface Numbered {
  readonly rows: InvoiceRows;
  readonly number: string;
}

/** Faults of the invoices whose number another invoice of the account has. */
export function takenNumbers(
  invoices: readonly Numbered[],
  taken: ReadonlySet<string>,
  column: number | null,
): [InvoiceRows, RowFault][] {
  return invoices
    .filter(({ number }) => taken.has(number))
    .map(({ rows }) => [
      rows,
      {
        row: rows.first.number,
        column,
        code: 'invoice_number_taken',
        message: 'Another invoice of the account has this number.',
      },
    ]);
}

/** Faults of the invoices whose number an invoice further above in the file has. */
export function repeatedNumbers(
  invoices: readonly Numbered[],
  column: number | null,
): [InvoiceRows, RowFault][] {
  const firstRow = new Map<string, number>();
  return invoices.flatMap(({ rows, number }): [InvoiceRows, RowFault][] => {
    const before = firstRow.get(number);
    if (before === undefined) {
      firstRow.set(number, rows.first.number);
      return [];
    }
    return [
      [
        rows,
        {
          row: rows.first.number,
          column,
          code: 'invoice_number_taken',
          message: `The invoice of row ${before} has the same number.`,
          hint: 'Rows of one invoice have the same key; different invoices have different numbers.',
        },
      ],
    ];
  });
}
