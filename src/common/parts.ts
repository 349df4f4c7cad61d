/** Whether a value that may be of any type has fields. */
export function isPart<T extends object>(value: T | null | undefined): value is T;
export function isPart(value: unknown): value is Record<string, unknown>;
export function isPart(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a list that have fields, with their places; it may be of any type. */
export function placedParts<T extends object>(
  list: readonly T[] | null | undefined,
): [part: T, index: number][] {
  const values: unknown = list;
  if (!Array.isArray(values)) return [];
  return (values as T[]).flatMap((value, index): [T, number][] =>
    isPart(value) ? [[value, index]] : [],
  );
}
