// What a request becomes: rows of the tables, and rows the answer.
import { randomBytes } from 'node:crypto';

const cents = (amount) => Math.round(Number(amount) * 100);
const amount = (minor) => (Number(minor) / 100).toFixed(2);
const json = (text, otherwise) => (text === null ? otherwise : JSON.parse(text));

/** The rows of an invoice with its lines and its one tax; the figures are right for plain lines of one rate. */
export function newInvoice(request, { key, account, now }) {
  const id = `inv_${now.getTime().toString(36).padStart(9, '0')}${randomBytes(7).toString('hex').slice(1)}`;
  const rate = String(request.line_items[0].tax_rate);
  const lines = request.line_items.map((line, position) => {
    const net = Math.round(line.quantity * cents(line.unit_price));
    const taxes = JSON.stringify([{ name: 'Tax', rate, category: 'S' }]);
    return {
      invoice_id: id,
      position,
      description: line.description,
      quantity: String(line.quantity),
      unit_price: String(Number(line.unit_price)),
      taxes,
      amount_minor: net,
      discount_minor: 0,
      net_minor: net,
    };
  });
  const subtotal = lines.reduce((sum, line) => sum + line.net_minor, 0);
  const tax = Math.round((subtotal * Number(rate)) / 100);
  const taxes = [
    {
      invoice_id: id,
      position: 0,
      name: 'Tax',
      rate,
      category: 'S',
      taxable_minor: subtotal,
      tax_minor: tax,
      compound: 0,
    },
  ];
  const totals = { subtotal_minor: subtotal, tax_total_minor: tax, total_minor: subtotal + tax };
  return { head: { ...headOf(request, { id, key, account, now }), ...totals }, lines, taxes };
}

/** All but what the lines come to. */
function headOf({ recipient, notes }, { id, key, account, now }) {
  const { line1, city, postal_code: postalCode, country } = recipient.address;
  const address = { line1, city, postalCode, country };
  const createdAt = now.toISOString();
  return {
    id,
    account_id: key.account_id,
    type: 'invoice',
    status: 'issued',
    series: 'default',
    series_period: '',
    issue_date: createdAt.slice(0, 10),
    currency: account.currency,
    language: account.language,
    organization: JSON.stringify({ name: account.name }),
    recipient: JSON.stringify({ ...recipient, address }),
    prices_include_tax: 0,
    discount_total_minor: 0,
    charge_total_minor: 0,
    rounding_minor: 0,
    discounts: '[]',
    charges: '[]',
    notes,
    metadata: '{}',
    source: 'api',
    created_by: key.id,
    template: 'clean-2',
    created_at: createdAt,
  };
}

/** The number and what can be searched, once the counter has been asked. */
export function numbered(head, sequence) {
  const number = `INV-${String(sequence).padStart(4, '0')}`;
  const { name, email } = JSON.parse(head.recipient);
  const recipientText = `${name}\n${email}`.toLowerCase();
  return {
    ...head,
    number,
    series_sequence: sequence,
    amount_due_minor: head.total_minor,
    recipient_text: recipientText,
    search_text: `${number}\n\n`.toLowerCase() + recipientText,
  };
}

/** The answer that lists have; amounts may be numbers or text. */
export function summary(row, taxes) {
  const {
    accentColor = null,
    logoPosition = 'start',
    ...organization
  } = JSON.parse(row.organization);
  const { address, ...recipient } = JSON.parse(row.recipient);
  const { postalCode: postal_code, ...place } = address;
  const due = row.amount_due_minor ?? row.total_minor;
  const rounding = row.rounding_minor ?? 0;
  return {
    id: row.id,
    object: 'invoice',
    status: row.status,
    invoice_number: row.number,
    series: row.series,
    customer_id: row.customer_id ?? null,
    type: row.type,
    corrects: json(row.corrects ?? null, null),
    date: row.issue_date,
    due_date: row.due_date ?? null,
    valid_until: row.valid_until ?? null,
    currency: row.currency,
    language: row.language,
    second_language: row.second_language ?? null,
    template: row.template.split('-', 1)[0],
    accent_color: accentColor,
    logo_position: logoPosition,
    organization,
    recipient: { ...recipient, address: { ...place, postal_code } },
    subtotal: amount(row.subtotal_minor),
    discounts: JSON.parse(row.discounts),
    discount_total: amount(row.discount_total_minor),
    charges: JSON.parse(row.charges),
    charge_total: amount(row.charge_total_minor),
    taxes: taxes.map((tax) => ({
      name: tax.name,
      rate: tax.rate,
      category: tax.category,
      taxable_amount: amount(tax.taxable_minor),
      tax_amount: amount(tax.tax_minor),
    })),
    tax_total: amount(row.tax_total_minor),
    total: amount(row.total_minor),
    withholdings: json(row.withholdings ?? null, []),
    withholding_total: amount(Number(row.total_minor) + Number(rounding) - Number(due)),
    prepaid_amount: amount(row.prepaid_minor ?? 0),
    cash_rounding: row.cash_rounding ?? null,
    rounding_amount: amount(rounding),
    amount_due: amount(due),
    tax_currency: row.tax_currency ?? null,
    exchange_rate: row.exchange_rate ?? null,
    tax_total_in_tax_currency: row.tax_currency_total_minor ?? null,
    prices_include_tax: Number(row.prices_include_tax) === 1,
    notes: row.notes,
    terms: row.terms ?? null,
    reference: row.reference ?? null,
    payment: json(row.payment ?? null, null),
    format: row.format ?? 'pdf',
    ...particulars(json(row.particulars ?? null, {})),
    metadata: JSON.parse(row.metadata),
    source: row.source,
    pdf: {
      url: `/v1/invoices/${row.id}/pdf`,
      sha256: row.pdf_sha256 ?? null,
      bytes: row.pdf_size ?? null,
    },
    email: row.email_status ?? null,
    created_at: row.created_at,
    voided_at: row.voided_at ?? null,
    void_reason: row.void_reason ?? null,
    credited_total: amount(row.credited_minor ?? 0),
    attachments: json(row.attachments ?? null, []),
    converted_from: row.from_id ?? null,
    converted_to: row.to_id ?? null,
  };
}

function particulars({ delivery, period, references, preceding_invoices: preceding }) {
  return {
    delivery: delivery ?? null,
    period: period ?? null,
    references: references ?? null,
    preceding_invoices: preceding ?? [],
  };
}

/** The whole answer. */
export function withLines(row, lines, taxes) {
  return {
    ...summary(row, taxes),
    line_items: lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unit: line.unit ?? null,
      unit_price: Number(line.unit_price).toFixed(2),
      taxes: JSON.parse(line.taxes),
      details: line.details ?? null,
      amount: amount(line.amount_minor),
      net_amount: amount(line.net_minor),
      item_id: line.item_id ?? null,
    })),
    credit_notes: [],
  };
}

/** The connection test: whose the key is. */
export function accountAnswer(id, { logo_id: logo, ...row }) {
  const organization = {
    ...row,
    address: json(row.address, null),
    payment: json(row.payment, null),
    labels: json(row.labels, null),
    electronic_addresses: json(row.electronic_addresses, null),
    logo_url: logo && '/dashboard/organization/logo',
  };
  return { id, object: 'account', organization };
}
