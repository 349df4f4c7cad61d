import { type components } from './schema.js';

/** Every shape of the API, by its name in the OpenAPI document: `Schemas['CustomerDto']` is a customer. */
export type Schemas = components['schemas'];

/** What an invoice is made of; a recipient's name and one line are enough. */
export type InvoiceRequest = Schemas['CreateInvoiceDto'];
/** An issued invoice; every amount is a decimal text such as `"1500.00"`. */
export type Invoice = Schemas['InvoiceDto'];
/** An invoice as lists show it: without its lines. */
export type InvoiceSummary = Schemas['InvoiceSummaryDto'];
/** What an invoice would be: without id, number and PDF. */
export type InvoicePreview = Schemas['InvoicePreviewDto'];
/** How far a batch has come. */
export type Batch = Schemas['BatchDto'];
/** What has become of one request of a batch. */
export type BatchRow = Schemas['BatchRowDto'];
/** The body of every error answer (RFC 9457). */
export type Problem = Schemas['ProblemDto'];
/** One wrong place of a request. */
export type Fault = Schemas['FaultDto'];
