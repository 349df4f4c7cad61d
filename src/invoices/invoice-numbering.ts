import { type Organization } from '../accounts/organization.js';
import {
  type NumberFormat,
  numberPeriod,
  parseNumberFormat,
  renderNumber,
  seriesNumberFormat,
} from '../numbering/number-format.js';
import { type DocumentType, usualSeries } from './domain/document-type.js';
import { type InvoiceNumber } from './invoice.js';

/** The account's own series, numbered in the format of its profile. */
export const accountSeries = usualSeries.invoice;

/** A series and the format of its numbers. */
export interface SeriesNumbering {
  readonly series: string;
  readonly format: NumberFormat;
}

/** Where the number of a new invoice comes from. */
export type Numbering = { readonly own: string } | SeriesNumbering;

/** How the invoices of a series are numbered: in the profile's format, or the named series' own one. */
export function seriesNumbering(
  series: string,
  { number_format: accountFormat }: Pick<Organization, 'number_format'>,
): SeriesNumbering {
  const text = series === accountSeries ? accountFormat : seriesNumberFormat(series);
  const parsed = parseNumberFormat(text);
  if (!parsed.ok) throw new Error(`The stored number format is impossible: ${parsed.reason}`);
  return { series, format: parsed.format };
}

/** Where a request wants its number from: its own one, a series, or that of its type. */
export function numberingOf(
  request: {
    readonly type?: DocumentType | undefined;
    readonly invoice_number?: string | null | undefined;
    readonly series?: string | null | undefined;
  },
  organization: Pick<Organization, 'number_format'>,
): Numbering {
  if (request.invoice_number != null) return { own: request.invoice_number };
  return seriesNumbering(request.series ?? usualSeries[request.type ?? 'invoice'], organization);
}

/** The counter that an invoice of this day counts on. */
export function seriesPeriod({ series, format }: SeriesNumbering, day: string) {
  return { series, period: numberPeriod(format, day) };
}

/** The number of an invoice of this day at a place (1, 2, …) of its series. */
export function numberAt(
  numbering: SeriesNumbering,
  day: string,
  sequence: number,
): InvoiceNumber & { readonly series: string } {
  const number = renderNumber(numbering.format, day, sequence);
  return { number, ...seriesPeriod(numbering, day), sequence };
}
