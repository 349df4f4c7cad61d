import { type Profile } from '../einvoice/formats.js';
import { type EInvoice } from '../einvoice/model.js';
import { type ReadEInvoice } from '../einvoice/reading/read-e-invoice.js';
import { type Finding } from '../einvoice/rules/rules.js';
import { type FinvoInvoice, type LeftOut } from './domain/finvo-invoice.js';

/** Bytes that a document may have; its XML has fewer. */
export const documentBytesMax = 10 * 1024 * 1024;

/** What was found in an e-invoice. */
export interface Inspection extends Pick<ReadEInvoice, 'syntax' | 'type'> {
  readonly document: EInvoice;
  readonly profile: Profile;
  readonly invoice: FinvoInvoice;
  readonly leftOut: readonly LeftOut[];
  readonly findings: readonly Finding[];
}
