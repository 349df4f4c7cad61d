import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { BodyTooLarge } from '../common/http/http-errors.js';
import { type SentDocument } from '../common/http/sent-document.js';
import { Turns } from '../common/turns.js';
import { profileOf } from '../einvoice/formats.js';
import { readEInvoice } from '../einvoice/reading/read-e-invoice.js';
import { decodeXml } from '../einvoice/reading/xml-encoding.js';
import { XmlFault } from '../einvoice/reading/xml-fault.js';
import { type XmlElement, xmlLimits, XmlTree } from '../einvoice/reading/xml-tree.js';
import { findingsOf } from '../einvoice/rules/rules.js';
import { invoiceOf } from './domain/invoice-of.js';
import { embeddedXml } from './embedded-xml.js';
import { type Inspection } from './inspection.js';
import { EInvoiceUnreadable, InspectionBusy } from './inspection.errors.js';

/** A large document takes up to 100 MiB while it is read. */
const atOnce = 2;
const waitingMax = 20;
/** Characters that are parsed in a millisecond or two; then the event loop may turn. */
const pieceLength = 32_768;
/** ISO 32000-1, 7.5.2, note 1: readers take a header that stands somewhere in the first 1024 bytes. */
const headerBytes = 1024;

/** Reads e-invoices and holds them against the rules. Nothing is stored, and nothing is asked of anybody else. */
@Injectable()
export class InspectionService {
  private readonly turns = new Turns(atOnce);

  /** @throws EInvoiceUnreadable, EInvoiceNotFoundInPdf, BodyTooLarge, InspectionBusy */
  async inspect(sent: SentDocument): Promise<Inspection> {
    if (this.turns.queued >= waitingMax) throw new InspectionBusy();
    try {
      return await this.turns.run(() => inspected(sent));
    } catch (error) {
      throw error instanceof XmlFault ? new EInvoiceUnreadable(error.message) : error;
    }
  }
}

async function inspected({ bytes, charset }: SentDocument): Promise<Inspection> {
  const isPdf = bytes.subarray(0, headerBytes).includes('%PDF-');
  if (!isPdf && bytes.length > xmlLimits.bytes) throw new BodyTooLarge(xmlLimits.bytes);
  // What a PDF embeds has no media type of its own.
  const xml = isPdf ? decodeXml(await embeddedXml(bytes)) : decodeXml(bytes, charset);
  const { syntax, type, invoice: document } = readEInvoice(await treeOf(xml));
  await turn();
  const profile = profileOf(document.specification);
  const findings = findingsOf(document, profile);
  await turn();
  return { syntax, type, document, profile, findings, ...invoiceOf(document) };
}

/** Parses piece by piece, so that a large document holds up nobody else's request. */
async function treeOf(xml: string): Promise<XmlElement> {
  const tree = new XmlTree();
  for (let at = 0; at < xml.length; at += pieceLength) {
    tree.write(xml.slice(at, at + pieceLength));
    await turn();
  }
  return tree.finish();
}
