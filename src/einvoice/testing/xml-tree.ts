/** An element without its prefix, with its text where it has no elements. */
export interface XmlTree {
  readonly name: string;
  readonly attributes: string;
  readonly text: string;
  readonly children: readonly XmlTree[];
}

const token = /<(\/?)([\w:]+)([^<>]*)>|([^<]+)/g;
const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
};

type OpenElement = { -readonly [Key in keyof XmlTree]: XmlTree[Key] } & { children: XmlTree[] };

const opened = (name: string, attributes: string): OpenElement => ({
  name: name.slice(name.indexOf(':') + 1),
  attributes: attributes.trim(),
  text: '',
  children: [],
});

/** Reads what the serialisers write: elements, attributes and escaped text. */
export function readXml(xml: string): XmlTree {
  const document = opened('', '');
  const path = [document];
  for (const [, slash, name = '', attributes = '', text] of xml.matchAll(token)) {
    const parent = path.at(-1) ?? document;
    if (text !== undefined) parent.text += unescaped(text);
    else if (slash === '/') path.pop();
    else {
      const element = opened(name, attributes);
      parent.children.push(element);
      path.push(element);
    }
  }
  const root = document.children[0];
  if (root === undefined) throw new Error('There is no element.');
  return root;
}

function unescaped(text: string): string {
  return text.replaceAll(/&\w+;/g, (reference) => characters[reference] ?? reference);
}

/** All elements at a path of names below another one. */
export function elementsAt(tree: XmlTree, path: string): XmlTree[] {
  return path
    .split('/')
    .reduce(
      (found, name) =>
        found.flatMap(({ children }) => children.filter((each) => each.name === name)),
      [tree],
    );
}

/** The texts of the elements at a path. */
export function textsAt(tree: XmlTree, path: string): string[] {
  return elementsAt(tree, path).map(({ text }) => text);
}
