// What a rival does for the main job: an Express server that checks the key, stores the same rows by the
// floor's statements, makes the PDF with the library that RENDERER names, stores that too and answers it.
// In one process, as such a server is usually run.
import { createHash } from 'node:crypto';
import express from 'express';
import { checkedKey, issue, openDatabase } from '../../floor/server.js';

const { renderPdf } = await import(`./${process.env.RENDERER}.js`);
const database = openDatabase(process.env.DATABASE_URL);
const insertDocument = `INSERT INTO documents (invoice_id, kind, account_id, bytes, size, sha256, created_at)
  VALUES (?, 'pdf', ?, ?, ?, ?, ?)`;

const app = express();
app.use(express.json({ limit: '1mb' }));
app.post('/generate', async (request, response) => {
  const key = await checkedKey(database, request.headers.authorization);
  if (key === undefined) return response.sendStatus(401);
  const { row, lines, taxes } = await issue(database, key, request.body);
  const bytes = await renderPdf(pageOf(row, lines, taxes));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await database.transaction(({ execute }) =>
    execute(insertDocument, [
      row.id,
      key.account_id,
      bytes,
      bytes.length,
      sha256,
      new Date().toISOString(),
    ]),
  );
  return response.status(201).type('application/pdf').send(bytes);
});
app.listen(Number(process.env.PORT), '127.0.0.1');

// What a load generator left behind is not waited for; the browser ends with its process.
process.once('SIGTERM', () => process.exit());

/** All that is printed, as text. */
function pageOf(row, lines, taxes) {
  const money = (minor) => `${row.currency} ${(Number(minor) / 100).toFixed(2)}`;
  const { name, email, address } = JSON.parse(row.recipient);
  return {
    title: `Invoice ${row.number}`,
    sender: JSON.parse(row.organization).name,
    date: row.issue_date,
    recipient: [
      name,
      address.line1,
      `${address.city} ${address.postalCode}`,
      address.country,
      email,
    ],
    head: ['Description', 'Quantity', 'Unit price', 'Tax', 'Amount'],
    lines: lines.map((line) => [
      line.description,
      line.quantity,
      money(line.unit_price * 100),
      `${JSON.parse(line.taxes)[0].rate} %`,
      money(line.net_minor),
    ]),
    totals: [
      ['Subtotal', money(row.subtotal_minor)],
      ...taxes.map((tax) => [`${tax.name} ${tax.rate} %`, money(tax.tax_minor)]),
      ['Total', money(row.total_minor)],
    ],
    notes: row.notes,
  };
}
