/** What the texts of an account's mails may name, each filled in for the invoice that is mailed. */
export const placeholders = [
  'invoice_number',
  'document_title',
  'recipient_name',
  'organization_name',
  'total',
  'date',
  'due_date',
  'reference',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** What stands for each placeholder; null where an invoice has no such thing. */
export type PlaceholderValues = Readonly<Record<Placeholder, string | null>>;

/** What cannot be filled in: a name nobody knows, braces that do not close, or one brace instead of two. */
export interface TemplateFault {
  readonly kind: 'unknown' | 'unclosed' | 'single_braces';
  readonly name: string;
}

const known: ReadonlySet<string> = new Set(placeholders);
const isPlaceholder = (name: string): name is Placeholder => known.has(name);

/** `{{name}}`, with spaces inside if somebody likes them. */
const place = /\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}/g;
const single = /\{[ \t]*(\w+)[ \t]*\}/g;

/** Everything in a template that could not be filled in, each fault once. */
export function templateFaults(template: string): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const rest = template.replaceAll(place, (_, name: string) => {
    if (!isPlaceholder(name)) faults.push({ kind: 'unknown', name });
    return '';
  });
  if (rest.includes('{{')) faults.push({ kind: 'unclosed', name: '' });
  else {
    for (const [, name = ''] of rest.matchAll(single)) {
      // Single braces around anything else are text, as in "{see below}".
      if (isPlaceholder(name)) faults.push({ kind: 'single_braces', name });
    }
  }
  return faults.filter(
    ({ kind, name }, at) =>
      faults.findIndex((one) => one.kind === kind && one.name === name) === at,
  );
}

/**
 * A text of several lines with its values. A line that names something this invoice does not have is left
 * out as a whole, with the empty line after it, so that no torn sentence remains.
 */
export function filledText(template: string, values: PlaceholderValues): string {
  const kept: string[] = [];
  for (const line of template.split(/\r?\n/)) {
    const filled = filledLine(line, values);
    if (filled !== undefined) kept.push(filled);
    else if (kept.at(-1) === '') kept.pop();
  }
  return kept.join('\n').trim();
}

/** A single line with its values; nothing where one of them is missing. */
export function filledLine(template: string, values: PlaceholderValues): string | undefined {
  const missing: Placeholder[] = [];
  const filled = template.replaceAll(place, (written, name: string) => {
    if (!isPlaceholder(name)) return written;
    const value = values[name];
    if (value === null) missing.push(name);
    return value ?? '';
  });
  return missing.length === 0 ? filled : undefined;
}
