import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const schemaPath = join(
  dirname(createRequire(import.meta.url).resolve('@stackforge-eu/factur-x')),
  '../schema/en16931/FACTUR-X_EN16931.xsd',
);

/** Holds documents against the schema of Factur-X, which is CII D16B with what EN 16931 knows of it. */
export function ciiValidator(): (xml: string) => string[] {
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromBuffer(readFileSync(schemaPath), { url: schemaPath });
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      if (error instanceof XmlValidateError) return [error.message];
      throw error;
    } finally {
      document.dispose();
    }
  };
}

/** Whether a text is XML at all, as a parser other than that of the tests reads it. */
export function isWellFormed(xml: string): boolean {
  try {
    XmlDocument.fromString(xml).dispose();
    return true;
  } catch {
    return false;
  }
}
