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
