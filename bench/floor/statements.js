// The statements of Finvo, written down once more by hand: the floor is worth something only if it asks the
// database for the same. A test compares what both leave in it.

export const selectKey = `SELECT k.id, k.account_id, k.key_hash, k.hint_start, k.hint_end, k.expires_at,
    k.revoked_at, k.replaced_by_id, a.status AS account_status
  FROM api_keys k JOIN accounts a ON a.id = k.account_id WHERE k.key_hash = ?`;

export const selectAccount = `SELECT name, email, phone, website, tax_id, registration_number, address,
    payment, currency, language, second_language, labels, time_zone, number_format, payment_terms_days,
    accent_color, cash_rounding, logo_id, template, logo_position, registration_scheme,
    contact_name, electronic_addresses, e_invoice_format
  FROM accounts WHERE id = ?`;

/** Which counter new invoices count on. */
export const series = "WHERE account_id = ? AND series = 'default' AND period = ''";
export const startSeries =
  "INSERT INTO number_series (account_id, series, period, next) VALUES (?, 'default', '', 2)";

export const countMonthOn = `UPDATE month_totals
  SET invoices = invoices + 1, millions = millions + ?, rest = rest + ?
  WHERE account_id = ? AND month = ? AND currency = ?`;
export const startMonth = `INSERT INTO month_totals (millions, rest, account_id, month, currency, invoices)
  VALUES (?, ?, ?, ?, ?, 1)`;

export const selectWebhooks =
  'SELECT id, events FROM webhook_endpoints WHERE account_id = ? AND disabled_at IS NULL';

const invoiceColumns = `id account_id type corrects_id corrects status number series series_period
  series_sequence issue_date due_date valid_until currency language second_language labels organization
  recipient recipient_text search_text prices_include_tax subtotal_minor discount_total_minor
  charge_total_minor tax_total_minor total_minor withholdings prepaid_minor cash_rounding rounding_minor amount_due_minor
  tax_currency exchange_rate tax_currency_total_minor discounts charges notes terms reference payment particulars format
  metadata attachments source created_by template logo_id created_at customer_id converted_from_id`;
const lineColumns = `invoice_id position description details quantity unit unit_code period unit_price discount taxes
  amount_minor discount_minor net_minor corrects_index corrects_quantity item_id`;
const taxColumns =
  'invoice_id position name rate category taxable_minor tax_minor compound exemption_reason';

export const insertInvoice = inserter('invoices', invoiceColumns);
export const insertLines = inserter('invoice_lines', lineColumns);
export const insertTaxes = inserter('invoice_taxes', taxColumns);

/** Of a table: the statement and the values that insert rows, objects by column. */
function inserter(table, columnList) {
  const columns = columnList.split(/\s+/);
  const row = `(${columns.map(() => '?').join(', ')})`;
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  return (rows) => [
    head + rows.map(() => row).join(', '),
    rows.flatMap((values) => columns.map((column) => values[column] ?? null)),
  ];
}

const readColumns = `i.id, i.type, i.status, i.number, i.series, i.series_period, i.series_sequence,
  i.issue_date, i.due_date, i.valid_until, i.currency, i.language, i.second_language, i.labels,
  i.organization, i.recipient, i.prices_include_tax, i.subtotal_minor, i.discount_total_minor,
  i.charge_total_minor, i.tax_total_minor, i.total_minor, i.withholdings, i.prepaid_minor, i.cash_rounding, i.rounding_minor,
  i.amount_due_minor, i.tax_currency, i.exchange_rate, i.tax_currency_total_minor, i.discounts, i.charges,
  i.notes, i.terms, i.reference, i.payment, i.particulars, i.format, i.metadata, i.attachments, i.source, i.template, i.logo_id,
  i.customer_id, i.created_at, i.voided_at, i.void_reason, i.corrects_id, i.corrects, i.credited_minor,
  i.credit_version, d.sha256 AS pdf_sha256, d.size AS pdf_size, m.status AS email_status,
  m.failure AS email_failure,
  CASE WHEN m.id IS NULL THEN NULL ELSE (SELECT MAX(s.sent_at) FROM outbox s
    WHERE s.account_id = i.account_id AND s.about_id = i.id) END AS email_last_sent_at,
  origin.id AS from_id, origin.type AS from_type, origin.status AS from_status,
  origin.number AS from_number, result.id AS to_id, result.type AS to_type, result.status AS to_status,
  result.number AS to_number`;
const joined = `LEFT JOIN documents d ON d.invoice_id = i.id AND d.kind = 'pdf'
  LEFT JOIN outbox m ON m.id = (SELECT MAX(n.id) FROM outbox n
    WHERE n.account_id = i.account_id AND n.about_id = i.id)
  LEFT JOIN invoices origin ON origin.id = i.converted_from_id AND origin.account_id = i.account_id
  LEFT JOIN invoices result ON result.id = i.converted_to_id AND result.account_id = i.account_id`;

export const selectInvoice = `SELECT ${readColumns} FROM invoices i ${joined}
  WHERE i.id = ? AND i.account_id = ?`;

/** The newest `count` invoices of an account; the number is no parameter in Finvo either. */
export function selectPage(count) {
  return `SELECT ${readColumns} FROM (SELECT i.id FROM invoices i WHERE i.account_id = ?
      ORDER BY i.id DESC, i.issue_date DESC LIMIT ${Math.trunc(count)}) page
    JOIN invoices i ON i.id = page.id ${joined} ORDER BY i.id DESC`;
}

export const selectLines = `SELECT l.description, l.details, l.quantity, l.unit, l.unit_code, l.period, l.unit_price, l.discount,
    l.taxes, l.amount_minor, l.discount_minor, l.net_minor, l.item_id, l.corrects_index, l.corrects_quantity
  FROM invoice_lines l WHERE l.invoice_id = ? ORDER BY l.position`;

/** The taxes of so many invoices. */
export function selectTaxes(count) {
  return `SELECT invoice_id, name, rate, category, taxable_minor, tax_minor, compound, exemption_reason
    FROM invoice_taxes WHERE invoice_id IN (${Array.from({ length: count }, () => '?').join(', ')})
    ORDER BY invoice_id, position`;
}
