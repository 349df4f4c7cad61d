import { decodeXml } from './xml-encoding.js';
import { XmlFault } from './xml-fault.js';
import { readEInvoice } from './read-e-invoice.js';
import { type XmlElement, xmlLimits, XmlTree } from './xml-tree.js';

function tree(xml: string): XmlElement {
  const made = new XmlTree();
  made.write(xml);
  return made.finish();
}

function fault(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(XmlFault);
    return (error as Error).message;
  }
  throw new Error('It was read.');
}

const lol = `<!DOCTYPE a [<!ENTITY a "lol">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY a${index} "${`&a${index - 1};`.repeat(10)}">`,
).join('')}]>`;

describe('the tree of a document', () => {
  it('knows elements by namespace and name, whatever their prefixes', () => {
    const plain = tree('<Invoice xmlns="urn:x"><ID schemeID="a">1</ID></Invoice>');
    const prefixed = tree('<q:Invoice xmlns:q="urn:x"><q:ID schemeID="a">1</q:ID></q:Invoice>');
    expect(prefixed).toEqual(plain);
    expect(plain.children[0]).toMatchObject({ namespace: 'urn:x', name: 'ID', text: '1' });
  });

  it('knows the five entities of XML, character references and CDATA', () => {
    const { text } = tree('<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;<![CDATA[<C>]]><!-- no --></a>');
    expect(text).toBe(`<&>"'AB<C>`);
  });

  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['an external document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1/"> %b;]><a/>'],
    ['entities that grow', `${lol}<a>&a8;</a>`],
    ['a plain document type', '<!DOCTYPE a><a/>'],
  ])('is refused with a document type: %s', (_, xml) => {
    expect(fault(() => tree(xml))).toMatch(/^The XML has a document type/);
  });

  it.each([
    ['nothing', ''],
    ['text', 'Invoice 1'],
    ['JSON', '{"a":1}'],
    ['an element that is not closed', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an entity named like a member of objects', '<a>&constructor;</a>'],
    ['an unknown prefix', '<x:a/>'],
    ['an attribute given twice', '<a b="1" b="2"/>'],
    ['a character that XML does not have', '<a>\u0000</a>'],
    ['a reference to one', '<a>&#0;</a>'],
  ])('is refused when it is not well-formed: %s', (_, xml) => {
    expect(fault(() => tree(xml))).toMatch(/^The XML is not well-formed/);
  });

  it.each([
    ['levels', '<a>'.repeat(1_000_000)],
    ['elements', `<a>${'<b/>'.repeat(xmlLimits.elements)}</a>`],
    ['attributes', `<a ${Array.from({ length: 51 }, (_, at) => `b${at}=""`).join(' ')}/>`],
    ['characters', `<a>${'x'.repeat(xmlLimits.textCharacters + 1)}</a>`],
  ])('is refused when it has too many %s', (what, xml) => {
    expect(fault(() => tree(xml))).toMatch(new RegExp(`^The XML has more than \\d+ ${what}`));
  });

  it('may hold long attachments, which are not read', () => {
    const [file] = tree(
      `<a><EmbeddedDocumentBinaryObject>${'A'.repeat(1_000_000)}</EmbeddedDocumentBinaryObject></a>`,
    ).children;
    expect(file?.text).toBe('');
  });

  it('is told what was found where it is no invoice', () => {
    const root = tree('<o:Order xmlns:o="urn:order"/>');
    expect(fault(() => readEInvoice(root))).toContain('its root is "Order" of "urn:order"');
  });
});

describe('the encoding of a document', () => {
  const xml = '<a>Größe €</a>';
  const wide = Buffer.from(xml, 'utf16le');
  const swapped = Buffer.from(wide).swap16();
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Größe</a>', 'latin1');

  it.each<[string, Buffer, string | undefined]>([
    ['UTF-8', Buffer.from(xml), undefined],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${xml}`), undefined],
    ['UTF-16 with a mark', Buffer.concat([Buffer.of(0xff, 0xfe), wide]), undefined],
    ['UTF-16, high byte first', Buffer.concat([Buffer.of(0xfe, 0xff), swapped]), undefined],
    ['UTF-16 by a mark that its media type gainsays', Buffer.from(`\ufeff${xml}`), 'utf-16'],
  ])('is understood: %s', (_, bytes, charset) => {
    expect(decodeXml(bytes, charset)).toBe(xml);
  });

  it('is understood without a mark: UTF-16 by its declaration', () => {
    const declared = `<?xml version="1.0" encoding="UTF-16"?>${xml}`;
    const low = Buffer.from(declared, 'utf16le');
    expect(decodeXml(low)).toBe(declared);
    expect(decodeXml(Buffer.from(low).swap16())).toBe(declared);
  });

  it('is that of the declaration, or of the media type before it', () => {
    expect(decodeXml(latin)).toContain('<a>Größe</a>');
    expect(decodeXml(Buffer.from('<a>Größe</a>', 'latin1'), 'ISO-8859-1')).toBe('<a>Größe</a>');
  });

  it('is refused where it is unknown, or where bytes are not valid in it', () => {
    const utf7 = Buffer.from('<?xml version="1.0" encoding="UTF-7"?><a/>');
    expect(fault(() => decodeXml(utf7))).toContain('encoding');
    expect(fault(() => decodeXml(Buffer.from('<a>ö</a>', 'latin1')))).toContain('UTF-8');
  });
});
