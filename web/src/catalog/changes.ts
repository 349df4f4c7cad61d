/** The fields of an entry as a form shows them: without those that are empty. */
export function filledFields<Entry extends object>(
  entry: Entry,
  names: readonly (keyof Entry)[],
): Partial<Entry> {
  const filled = names.filter((name) => entry[name] !== null);
  const fields: Partial<Entry> = {};
  for (const name of filled) fields[name] = entry[name];
  return fields;
}

/** What a form says of all its fields: null empties those that nobody has filled in. */
export function saidFields<Values extends object>(
  values: Values,
  names: readonly (keyof Values)[],
): Values {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null])) as Values;
}
