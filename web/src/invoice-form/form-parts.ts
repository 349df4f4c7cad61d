/** The part of the form with what e-invoices say. */
export const eInvoicePart = 'e-invoice';

/** The part of the form that a line's details are in. */
export function lineMore(id: string): string {
  return `line:${id}`;
}

/** The collapsible parts whose fields stand at the top of the request. */
const topParts: ReadonlyMap<string, string> = new Map([
  ['payment', 'payment'],
  ['attachments', 'attachments'],
  ...['withholdings', 'prepaid_amount', 'cash_rounding', 'tax_currency', 'exchange_rate'].map(
    (field) => [field, 'settlement'] as const,
  ),
  ...['format', 'delivery', 'period', 'references', 'preceding_invoices'].map(
    (field) => [field, eInvoicePart] as const,
  ),
  ...['template', 'accent_color', 'logo_position'].map((field) => [field, 'looks'] as const),
]);

/** What e-invoices say of the recipient beside what everybody prints. */
export const recipientsPart = ['buyer_reference', 'contact_name', 'electronic_addresses'] as const;

const lineFields = ['details', 'taxes', 'unit_code', 'period'];

/** The collapsible part that a place is in. */
export function partOf(place: string): string[] {
  const [, first = '', id = '', field = '', inner = ''] = place.split('/');
  if (first === 'recipient') return recipientPartOf(id);
  const top = topParts.get(first);
  if (top !== undefined) return [top];
  const inMore = lineFields.includes(field) || `${field}/${inner}` === 'discount/reason';
  return first === 'line_items' && inMore ? [lineMore(id)] : [];
}

function recipientPartOf(field: string): string[] {
  if (['', 'name', 'email'].includes(field)) return [];
  return [recipientsPart.some((name) => name === field) ? eInvoicePart : 'recipient'];
}
