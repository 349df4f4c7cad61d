/**
 * A text as lists search it, whatever the case of its letters. Never longer than the text, because it
 * has a column of bounded length: "İ" alone would become two characters in lower case. The final sigma
 * is written as any other, or a word would not be found in the middle of a longer one.
 */
export function searchable(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ');
}

/** The LIKE pattern (`ESCAPE '!'`) of searchable texts that have `text` in them. */
export function containing(text: string): string {
  return `%${searchable(text).replaceAll(/[!%_]/g, '!$&')}%`;
}
