/** A name, what stands below it in small print, and what it means. */
export interface Definition {
  readonly term: string;
  readonly note?: string;
  readonly text: string;
  /** What to do. */
  readonly action?: string;
  /** So that the entry has an address of its own. */
  readonly id?: string;
}

type Field = readonly [name: string, note: string, text: string];

/** Definitions of the fields of a request, in short. */
export function fields(list: readonly Field[]): readonly Definition[] {
  return list.map(([term, note, text]) => ({ term, note, text }));
}
