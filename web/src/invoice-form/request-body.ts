import { type CreateRequest } from '../invoices/create-request';
import { wholeRecipient } from './customer-values';
import {
  type AdjustmentValues,
  type InvoiceValues,
  isBlankLine,
  type LineValues,
  type ListName,
  listNames,
} from './invoice-values';

/** A request, and which entry of the form each entry of its lists is. */
export interface Sending {
  readonly body: CreateRequest;
  readonly ids: Readonly<Record<ListName, readonly string[]>>;
}

/** Stands where something is still to be typed. */
const standIn = '…';

/** The request that creates the invoice; lines that nobody has begun are left out. */
export function sendingOf(values: InvoiceValues): Sending {
  const begun = values.line_items.filter((line) => !isBlankLine(line));
  return requestOf({
    ...values,
    line_items: begun.length > 0 ? begun : values.line_items.slice(0, 1),
  });
}

/**
 * The request that shows what is there so far, or undefined while no line has a price: lines without
 * one are left out, and a sign stands for names that are still to come.
 */
export function previewOf(values: InvoiceValues): Sending | undefined {
  const lines = values.line_items.filter(
    (line) => filled(line.quantity) && filled(line.unit_price),
  );
  if (lines.length === 0) return undefined;
  const { recipient, discounts, charges, withholdings, preceding_invoices: preceding } = values;
  const worth = (entry: AdjustmentValues) => filled(entry.percent) || filled(entry.amount);
  return requestOf({
    ...values,
    recipient: previewRecipient(recipient),
    preceding_invoices: preceding?.filter(({ number }) => filled(number)),
    line_items: lines.map(previewLine),
    discounts: discounts?.filter(worth).map(previewTaxes),
    charges: charges?.filter(worth).map(previewTaxes),
    withholdings: withholdings
      ?.filter(({ rate }) => filled(rate))
      .map((each) => ({ ...each, name: orStandIn(each.name) })),
    ...(!filled(textOf(values.exchange_rate)) && { tax_currency: undefined }),
    // They are not on the page, and one that is gone is told when the invoice is created.
    attachments: undefined,
  });
}

type Recipient = InvoiceValues['recipient'];

function previewRecipient(recipient: Recipient): Recipient {
  const { electronic_addresses: addresses, ...others } = recipient ?? {};
  const whole = addresses?.filter(({ scheme, id }) => filled(scheme) && filled(id));
  return {
    ...others,
    name: orStandIn(others.name),
    ...(whole && { electronic_addresses: whole }),
  };
}

function previewLine({ discount, ...line }: LineValues): LineValues {
  const begun = filled(discount?.percent) || filled(discount?.amount);
  return previewTaxes({
    ...line,
    description: orStandIn(line.description),
    ...(begun && { discount }),
  });
}

function previewTaxes<Entry extends LineValues | AdjustmentValues>(entry: Entry): Entry {
  if (entry.taxes === undefined) return entry;
  const taxes = entry.taxes.map((tax) => ({
    ...tax,
    name: orStandIn(tax.name),
    rate: filled(tax.rate) ? tax.rate : '0',
  }));
  return { ...entry, taxes };
}

function requestOf(values: InvoiceValues): Sending {
  const { payment_terms_days: days, ...others } = ofItsType(values);
  const body = {
    ...others,
    ...(days !== undefined && { payment_terms_days: wholeNumber(days) }),
    recipient:
      values.customer === undefined
        ? (values.recipient ?? {})
        : wholeRecipient(values.recipient ?? {}),
    line_items: values.line_items.map(withoutId),
    ...(values.discounts && { discounts: values.discounts.map(withoutId) }),
    ...(values.charges && { charges: values.charges.map(withoutId) }),
  };
  const idsOf = (name: ListName) => (values[name] ?? []).map(({ id }) => id);
  return {
    body: body as unknown as CreateRequest,
    ids: {
      line_items: idsOf('line_items'),
      discounts: idsOf('discounts'),
      charges: idsOf('charges'),
    },
  };
}

/** What stood in the form while another type was chosen is kept there, and not sent. */
function ofItsType(values: InvoiceValues): InvoiceValues {
  const { valid_until: _validUntil, ...invoice } = values;
  if (values.type !== 'quote') return invoice;
  const { due_date: _dueDate, payment_terms_days: _days, payment: _payment, ...quote } = values;
  return quote;
}

/** What is no whole number stays as it was typed: the server says so at the field. */
function wholeNumber(days: string | number): string | number {
  return /^\d{1,9}$/.test(String(days).trim()) ? Number(days) : days;
}

function withoutId<Entry extends { id: string }>({ id: _id, ...entry }: Entry) {
  return entry;
}

function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function filled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function orStandIn(text: string | undefined): string {
  return text !== undefined && filled(text) ? text : standIn;
}

/** The place in the form of a pointer into a request: entries of lists are named by their ids. */
export function placeOf(pointer: string, ids: Sending['ids']): string {
  const [, list, index, ...rest] = pointer.split('/');
  const name = listNames.find((known) => known === list);
  const id = name && ids[name][Number(index ?? NaN)];
  return id === undefined ? pointer : ['', list, id, ...rest].join('/');
}

/** The pointer that a place has in the form as it stands: what its field is named by. */
export function pointerOf(place: string, values: InvoiceValues): string {
  const [, list, id, ...rest] = place.split('/');
  const name = listNames.find((known) => known === list);
  const index = name ? (values[name] ?? []).findIndex((entry) => entry.id === id) : -1;
  return index < 0 ? place : ['', list, index, ...rest].join('/');
}
