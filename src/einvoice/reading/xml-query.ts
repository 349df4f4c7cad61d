import { type XmlElement } from './xml-tree.js';

/** The child elements of a name in a namespace, in their order; none of no element. */
export function childrenOf(
  element: XmlElement | undefined,
  namespace: string,
  name: string,
): XmlElement[] {
  return (element?.children ?? []).filter(
    (child) => child.name === name && child.namespace === namespace,
  );
}

/** What is reached by the first child of each name, one after the other. */
export function descendant(
  element: XmlElement | undefined,
  namespace: string,
  names: readonly string[],
): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (from, name) =>
      from?.children.find((child) => child.name === name && child.namespace === namespace),
    element,
  );
}

/** The text of an element without the white space around it; nothing where there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return filled(element?.text);
}

/** The same with the white space around it, which has a meaning in payment terms: #SKONTO# lines end with a line feed (BR-DE-18). */
export function wholeTextOf(element: XmlElement | undefined): string | undefined {
  return textOf(element) === undefined ? undefined : element?.text;
}

/** The trimmed value of an attribute. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return filled(element?.attributes.get(name));
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** The group, unless nothing is in it: a group of which a document says nothing is not there. */
export function present<T extends object>(group: T): T | undefined {
  return Object.values(group).some((value) => value !== undefined) ? group : undefined;
}
