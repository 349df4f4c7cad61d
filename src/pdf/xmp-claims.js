// @ts-check
// What a file says of itself in its metadata beside what Typst writes there.

/**
 * @typedef {object} Schema a namespace of the metadata that PDF/A does not know, so that each file must declare it
 * @property {string} name
 * @property {string} namespace
 * @property {string} prefix
 * @property {'Integer' | 'Text'} type of all values
 * @property {'internal' | 'external'} category
 * @property {readonly (readonly [name: string, value: string, description: string])[]} properties
 */

/** @type {Schema} ISO 14289-1, clause 5. */
const accessibility = {
  name: 'PDF/UA identification schema',
  namespace: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  type: 'Integer',
  category: 'internal',
  properties: [['part', '1', 'Part of ISO 14289 to which the file conforms']],
};

/** The one name that Factur-X has for the XML. */
export const eInvoiceFile = 'factur-x.xml';

/** @type {Schema} Factur-X 1.0, "XMP extension schema"; the words are those of the standard. */
const facturX = {
  name: 'Factur-X PDFA Extension Schema',
  namespace: 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#',
  prefix: 'fx',
  type: 'Text',
  category: 'external',
  properties: [
    ['DocumentFileName', eInvoiceFile, 'The name of the embedded XML document'],
    ['DocumentType', 'INVOICE', 'The type of the hybrid document in capital letters'],
    ['Version', '1.0', 'The version of the standard applying to the embedded XML document'],
    ['ConformanceLevel', 'EN 16931', 'The conformance level of the embedded XML document'],
  ],
};

const ordinary = [accessibility];
const hybrid = [accessibility, facturX];

/**
 * Typst's metadata with the identification of PDF/UA-1 and, for a hybrid document, of Factur-X in the profile
 * EN 16931, each with the extension schema that PDF/A-3 asks for (ISO 19005-3, 6.6.2.3).
 * @param {string} xmp
 * @param {boolean} isHybrid whether the file embeds {@link eInvoiceFile}
 * @throws {Error} where it is not built as Typst 0.14 builds it
 */
export function withClaims(xmp, isHybrid) {
  const schemas = isHybrid ? hybrid : ordinary;
  const declarations = schemas.map(declarationOf).join('');
  const properties = schemas.map(propertiesOf).join('');
  const declared = replaced(xmp, '</rdf:Bag></pdfaExtension:schemas>', (end) => declarations + end);
  return replaced(declared, '</rdf:RDF>', (end) => properties + end);
}

/** @param {Schema} schema */
function declarationOf({ name, namespace, prefix, type, category, properties }) {
  const described = properties.map(
    ([property, , description]) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${property}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>${category}</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`,
  );
  return `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${described.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`;
}

/** @param {Schema} schema */
function propertiesOf({ namespace, prefix, properties }) {
  const values = properties.map(
    ([name, value]) => `<${prefix}:${name}>${value}</${prefix}:${name}>`,
  );
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${values.join('')}</rdf:Description>`;
}

/**
 * The text with its first `part` in another form.
 * @param {string} text
 * @param {string} part
 * @param {(found: string) => string} change
 * @throws {Error} where there is none
 */
export function replaced(text, part, change) {
  if (!text.includes(part)) throw unexpected(part);
  return text.replace(part, change);
}

/** @param {string} missing what stands in every PDF of Typst 0.14 */
export function unexpected(missing) {
  return new Error(`The PDF is not built as expected: it lacks ${missing}`);
}
