/**
 * Parts of right-to-left text that keep a direction of their own, between Unicode's FSI and PDI. The template
 * sets them apart and prints neither sign: an invisible one would be copied out of the PDF with a figure.
 */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** The text without the marks of direction that Intl puts into figures. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/[\u200e\u200f\u061c]/g, '');
}
