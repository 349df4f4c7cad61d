import { type FieldName, type Plan, type Reading } from './import-data';

/** The plan that the server suggests for a file. */
export function planOf(reading: Reading): Plan {
  const { encoding, delimiter, decimal_mark: decimalMark, date_order: dateOrder } = reading;
  return {
    encoding,
    delimiter,
    ...(decimalMark !== null && { decimal_mark: decimalMark }),
    ...(dateOrder !== null && { date_order: dateOrder }),
    ...(reading.prices_include_tax && { prices_include_tax: true }),
    columns: reading.columns.flatMap(({ column, field }) =>
      field === null ? [] : [{ column, field }],
    ),
  };
}

/** A plan in which a column fills another field, or none; the field leaves the column that had it. */
export function withColumn(plan: Plan, column: number, field: FieldName | undefined): Plan {
  const others = plan.columns.filter((one) => one.column !== column && one.field !== field);
  return { ...plan, columns: field === undefined ? others : [...others, { column, field }] };
}

/** The part of a plan by which the file is read as a table. */
export function formatOf({ encoding, delimiter }: Plan): Pick<Plan, 'encoding' | 'delimiter'> {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
  };
}
