/** What a document breaks a rule with: the rule's own id, a JSON pointer into the Finvo request, and a way out. */
export interface Finding {
  readonly rule: string;
  readonly pointer: string;
  readonly message: string;
  readonly hint?: string;
}

/** Whether a text says something. */
export function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** The finding, unless what it asks for is there. */
export function unless(isMet: boolean, finding: Finding): Finding[] {
  return isMet ? [] : [finding];
}
