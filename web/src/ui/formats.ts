/** An exact decimal text of the API with its currency, such as "1,500.00 USD" as the browser's language writes it. */
export function money(amount: string, currency: string): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // Intl formats a decimal text exactly; its type in TypeScript knows numbers only.
  return format.format(amount as unknown as number);
}

/** A date of the API ("2026-01-19") as the browser's language writes it; a day has no time zone. */
export function day(date: string): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** The size of a file, such as "1.4 MB"; a megabyte has 1,048,576 bytes here, as limits do. */
export function fileSize(bytes: number): string {
  const isLarge = bytes >= 1_048_576;
  const format = new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return format.format(isLarge ? bytes / 1_048_576 : Math.max(1, bytes / 1024));
}

/** A moment of the API in the reader's own time zone. */
export function moment(instant: string): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(new Date(instant));
}
