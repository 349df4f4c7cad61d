import { SaxesParser, type SaxesTagNS } from 'saxes';
import { XmlFault } from './xml-fault.js';

/** An element by its namespace and its local name: prefixes mean nothing (Namespaces in XML 1.0, §2). */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Those without a prefix; both syntaxes have no others. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The characters between its tags, those of its children left out. */
  readonly text: string;
}

/** Far above every invoice that people make, and little enough to be read at once. */
export const xmlLimits = {
  bytes: 5 * 1024 * 1024,
  depth: 50,
  elements: 100_000,
  attributesOfElement: 50,
  textCharacters: 100_000,
} as const;

/** Attachments (BT-125) are the one content that may be long, and nobody reads them here. */
const skipped: ReadonlySet<string> = new Set([
  'AttachmentBinaryObject',
  'EmbeddedDocumentBinaryObject',
]);

const messageMax = 200;

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Builds the tree of a document that comes in pieces. A document type is refused as such, so there are no
 * entities but the five of XML, nothing is ever loaded and nothing grows.
 */
export class XmlTree {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly open: OpenElement[] = [];
  private root: XmlElement | undefined;
  private elements = 0;
  private attributes = 0;

  constructor() {
    this.parser.on('doctype', () => {
      throw new XmlFault('The XML has a document type (DOCTYPE), which is never read. Remove it.');
    });
    this.parser.on('error', (error) => {
      throw new XmlFault(`The XML is not well-formed: ${error.message.slice(0, messageMax)}`);
    });
    this.parser.on('opentagstart', () => {
      this.attributes = 0;
    });
    this.parser.on('attribute', () => {
      this.attributes += 1;
      refuseAbove(this.attributes, xmlLimits.attributesOfElement, 'attributes of one element');
    });
    this.parser.on('opentag', (tag) => {
      this.openElement(tag);
    });
    this.parser.on('text', (text) => {
      this.addText(text);
    });
    this.parser.on('cdata', (text) => {
      this.addText(text);
    });
    this.parser.on('closetag', () => {
      this.root ??= this.open[0];
      this.open.pop();
    });
  }

  /** Takes the next piece. @throws XmlFault */
  write(piece: string): void {
    this.parser.write(piece);
  }

  /** The root, when all pieces were written. @throws XmlFault */
  finish(): XmlElement {
    this.parser.close();
    if (this.root === undefined) throw new XmlFault('The XML has no element.');
    return this.root;
  }

  private openElement({ uri, local, attributes }: SaxesTagNS): void {
    this.elements += 1;
    refuseAbove(this.elements, xmlLimits.elements, 'elements');
    refuseAbove(this.open.length + 1, xmlLimits.depth, 'levels');
    const plain = Object.values(attributes).filter(({ uri: of }) => of === '');
    const element: OpenElement = {
      namespace: uri,
      name: local,
      attributes: new Map(plain.map(({ local: name, value }) => [name, value])),
      children: [],
      text: '',
    };
    this.open.at(-1)?.children.push(element);
    this.open.push(element);
  }

  private addText(text: string): void {
    const element = this.open.at(-1);
    if (element === undefined || skipped.has(element.name)) return;
    const length = element.text.length + text.length;
    refuseAbove(length, xmlLimits.textCharacters, 'characters in one text');
    element.text += text;
  }
}

function refuseAbove(count: number, max: number, what: string): void {
  if (count > max) throw new XmlFault(`The XML has more than ${max} ${what}.`);
}
