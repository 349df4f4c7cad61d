/** What stands in the way of XML 1.0 §2.2, which has no place for it even as a reference. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const special = /[&<>"]/;
const specials = /[&<>"]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it may stand in an element or in an attribute. */
export function escaped(text: string): string {
  const clean = text.replace(forbidden, '');
  return special.test(clean)
    ? clean.replace(specials, (character) => references[character] ?? character)
    : clean;
}

/** An element with a text; nothing where there is none, as both syntaxes refuse empty elements. */
export function leaf(name: string, text: string | undefined, attributes = ''): string {
  if (text === undefined) return '';
  const content = escaped(text);
  return content.trim() === '' ? '' : `<${name}${attributes}>${content}</${name}>`;
}

/** An attribute with its leading space; nothing where there is no value. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escaped(value)}"`;
}

/** An element with elements in it; nothing where all of them are empty. */
export function element(name: string, ...children: readonly string[]): string {
  const content = children.join('');
  return content === '' ? '' : `<${name}>${content}</${name}>`;
}

/** What `write` makes of each entry, one after the other. */
export function each<T>(list: readonly T[], write: (entry: T, index: number) => string): string {
  return list.map(write).join('');
}
