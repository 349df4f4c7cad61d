import { type EInvoice } from '../model.js';
import { ciiRoot } from './cii-elements.js';
import { readCii } from './read-cii.js';
import { readUbl } from './read-ubl.js';
import { ublRoots } from './ubl-elements.js';
import { XmlFault } from './xml-fault.js';
import { type XmlElement } from './xml-tree.js';

/** A document with the syntax in which it is written. */
export interface ReadEInvoice {
  readonly syntax: 'cii' | 'ubl';
  /** By its root and its type (BT-3). */
  readonly type: 'invoice' | 'credit_note';
  readonly invoice: EInvoice;
}

/** The codes of UNCL 1001 for which EN 16931 sees a credit note (BR-CL-01 of CEN's rules for UBL). */
const creditNoteCodes: ReadonlySet<string> = new Set(
  '81 83 261 262 296 308 381 396 420 458 532'.split(' '),
);

const zugferd1 = 'urn:ferd:CrossIndustryDocument:invoice:1p0';
const nameMax = 100;

/** Reads the tree of a document in either syntax. @throws XmlFault where it is in neither */
export function readEInvoice(root: XmlElement): ReadEInvoice {
  const { namespace, name } = root;
  if (namespace === ciiRoot && name === 'CrossIndustryInvoice') {
    const invoice = readCii(root);
    return { syntax: 'cii', type: typeOf(invoice), invoice };
  }
  if (namespace === ublRoots.Invoice && name === 'Invoice') {
    const invoice = readUbl(root);
    return { syntax: 'ubl', type: typeOf(invoice), invoice };
  }
  if (namespace === ublRoots.CreditNote && name === 'CreditNote') {
    return { syntax: 'ubl', type: 'credit_note', invoice: readUbl(root) };
  }
  if (namespace.startsWith(zugferd1)) {
    throw new XmlFault('The XML is ZUGFeRD 1.0, which is older than EN 16931 and not read here.');
  }
  throw new XmlFault(
    `The XML is no Cross Industry Invoice D16B and no Invoice or CreditNote of UBL 2: its root is "${name.slice(0, nameMax)}" of "${namespace.slice(0, nameMax)}".`,
  );
}

function typeOf({ typeCode = '' }: EInvoice): ReadEInvoice['type'] {
  return creditNoteCodes.has(typeCode) ? 'credit_note' : 'invoice';
}
