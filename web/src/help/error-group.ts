/** One code of an error answer. */
export interface ErrorEntry {
  readonly code: string;
  /** The HTTP status; faults have none of their own. */
  readonly status?: string;
  readonly meaning: string;
  /** What to do. */
  readonly action?: string;
}

/** Codes that belong together. */
export interface ErrorGroup {
  /** Its anchor on the page. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly entries: readonly ErrorEntry[];
}
