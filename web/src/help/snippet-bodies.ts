/** Request bodies and programs of the snippets; ORIGIN stands for the server's address. */
export const bodies = {
  first: `{
    "recipient": { "name": "Acme Corp", "email": "billing@acme.com" },
    "line_items": [
      { "description": "Consulting services", "quantity": 10, "unit_price": "150.00" }
    ]
  }`,

  taxes: `{
    "currency": "EUR",
    "recipient": { "name": "Acme Corp" },
    "line_items": [
      { "description": "Consulting services", "quantity": 10, "unit_price": "150.00",
        "tax_rate": "19" },
      { "description": "Printed handbook", "quantity": 2, "unit_price": "20.00",
        "taxes": [{ "name": "VAT, reduced", "rate": "7" }] }
    ],
    "expected_total": "1827.80"
  }`,

  reverseCharge: `{
    "currency": "EUR",
    "language": "fr",
    "recipient": { "name": "Acme Corp", "tax_id": "FR12345678901" },
    "line_items": [
      { "description": "Consulting services", "quantity": 10, "unit_price": "150.00",
        "taxes": [{ "name": "TVA", "rate": "0", "category": "AE" }] }
    ],
    "expected_total": "1500.00"
  }`,

  withholding: `{
    "currency": "EUR",
    "recipient": { "name": "Acme Corp" },
    "line_items": [
      { "description": "Consulting services", "quantity": 1, "unit_price": "1000.00",
        "taxes": [{ "name": "IVA", "rate": "21" }] }
    ],
    "withholdings": [{ "name": "IRPF", "rate": "15" }],
    "expected_total": "1210.00"
  }`,

  discounts: `{
    "currency": "EUR",
    "recipient": { "name": "Acme Corp" },
    "line_items": [
      { "description": "Consulting services", "quantity": 10, "unit_price": "150.00",
        "discount": { "percent": 10, "reason": "Loyal customer" }, "tax_rate": "19" }
    ],
    "discounts": [{ "amount": "50.00", "reason": "Voucher" }],
    "charges": [{ "amount": "9.90", "reason": "Shipping" }],
    "expected_total": "1558.78"
  }`,

  taxIncluded: `{
    "currency": "EUR",
    "recipient": { "name": "Acme Corp" },
    "prices_include_tax": true,
    "line_items": [
      { "description": "Coffee mug", "quantity": 3, "unit_price": "9.99", "tax_rate": "19" }
    ],
    "expected_total": "29.97"
  }`,

  schedule: `{
    "name": "Hosting for Acme Corp",
    "frequency": "month",
    "start_date": "2027-01-31",
    "invoice": {
      "recipient": { "name": "Acme Corp", "email": "billing@acme.com" },
      "payment_terms_days": 14,
      "line_items": [
        { "description": "Hosting in {{month}}", "quantity": 1, "unit_price": "20.00" }
      ]
    }
  }`,

  batch: `{
    "invoices": [
      { "recipient": { "name": "Acme Corp" },
        "line_items": [{ "description": "Support", "quantity": 1, "unit_price": "150.00" }] },
      { "recipient": { "name": "Example GmbH" },
        "line_items": [{ "description": "Support", "quantity": 2, "unit_price": "150.00" }] }
    ]
  }`,

  storedCustomer: `{
    "recipient": { "external_id": "crm-4711", "name": "Acme Corp",
                   "email": "billing@acme.com" },
    "line_items": [
      { "external_id": "sku-1", "description": "Support", "quantity": 2,
        "unit_price": "150.00" }
    ]
  }`,

  knownCustomer: `{
    "recipient": { "external_id": "crm-4711" },
    "line_items": [{ "external_id": "sku-1", "quantity": 3 }]
  }`,

  putCustomer: `{
    "name": "Acme Corp",
    "email": "billing@acme.com",
    "language": "de",
    "currency": "EUR",
    "payment_terms_days": 30
  }`,

  everyInvoiceJs: `const invoices = [];
let cursor = null;
do {
  const url = new URL('ORIGIN/v1/invoices?limit=100');
  if (cursor !== null) url.searchParams.set('cursor', cursor);
  const answer = await fetch(url, {
    headers: { authorization: \`Bearer \${process.env.FINVO_API_KEY}\` },
  });
  if (!answer.ok) throw new Error(await answer.text());
  const page = await answer.json();
  invoices.push(...page.data);
  cursor = page.next_cursor;
} while (cursor !== null);
console.log(invoices.length);`,

  paymentCode: `{
    "currency": "EUR",
    "recipient": { "name": "Acme Corp" },
    "line_items": [{ "description": "Support", "quantity": 1, "unit_price": "150.00" }],
    "payment": { "iban": "DE89 3704 0044 0532 0130 00", "code": "epc" }
  }`,

  quote: `{
    "type": "quote",
    "valid_until": "2099-12-31",
    "recipient": { "name": "Acme Corp" },
    "line_items": [{ "description": "New website", "quantity": 1, "unit_price": "4800.00" }]
  }`,

  eInvoice: `{
    "format": "facturx",
    "currency": "EUR",
    "organization": {
      "tax_id": "DE123456789",
      "address": { "postal_code": "10115", "city": "Berlin", "country": "DE" }
    },
    "recipient": { "name": "Acme GmbH", "address": { "city": "Hamburg", "country": "DE" } },
    "line_items": [
      { "description": "Consulting", "quantity": 10, "unit_price": "150.00", "tax_rate": "19" }
    ]
  }`,

  otherSender: `{
    "recipient": { "name": "Acme Corp" },
    "organization": { "name": "Example Studio", "email": "studio@example.com" },
    "line_items": [
      { "description": "Logo design", "quantity": 1, "unit_price": "900.00" }
    ]
  }`,

  verifyWebhookJs: `import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const secret = Buffer.from(process.env.FINVO_WEBHOOK_SECRET.replace('whsec_', ''), 'base64');

function isGenuine(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp } = headers;
  if (!(Math.abs(Date.now() / 1000 - timestamp) <= 300)) return false;
  const hmac = createHmac('sha256', secret).update(\`\${id}.\${timestamp}.\`).update(body);
  const expected = Buffer.from(\`v1,\${hmac.digest('base64')}\`);
  return (headers['webhook-signature'] ?? '').split(' ').some((signature) => {
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
  const { type, data } = JSON.parse(body);
  console.log(type, data.invoice_number);
  response.writeHead(204).end();
}).listen(process.env.PORT ?? 8080);`,

  faulty: `{
    "recipient": { "name": "Acme Corp" },
    "curency": "EUR",
    "line_items": [
      { "description": "Consulting services", "quantity": "ten", "unit_price": "150.00" }
    ]
  }`,

  faultyAnswer: `{
  "type": "urn:finvo:problem:validation_failed",
  "title": "The request has faults",
  "status": 422,
  "detail": "The request has 2 faults; nothing was stored.",
  "code": "validation_failed",
  "request_id": "req_4pQn0cV3wXk2h9ZtLr8B",
  "errors": [
    {
      "pointer": "/curency",
      "code": "unknown_field",
      "message": "There is no field \\"curency\\" here.",
      "hint": "Did you mean \\"currency\\"?"
    },
    {
      "pointer": "/line_items/0/quantity",
      "code": "not_a_number",
      "message": "Expected a decimal number.",
      "hint": "Send \\"1234.50\\" or 1234.5, without separators, sign + or exponent."
    }
  ]
}`,

  handleProblemsJs: `async function sendInvoice(invoice, orderId) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch('ORIGIN/v1/invoices', {
      method: 'POST',
      headers: {
        authorization: \`Bearer \${process.env.FINVO_API_KEY}\`,
        'content-type': 'application/json',
        // The same for every attempt, so that only one invoice is made.
        'idempotency-key': \`order-\${orderId}\`,
      },
      body: JSON.stringify(invoice),
    });
    if (answer.ok) return answer.json();
    const problem = await answer.json();
    if (answer.status !== 503 || attempt === 5) {
      for (const { pointer, message } of problem.errors ?? []) console.error(pointer, message);
      throw new Error(\`\${problem.code}: \${problem.detail} (\${problem.request_id})\`);
    }
    const seconds = Number(answer.headers.get('retry-after') ?? 2);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

const invoice = await sendInvoice(
  {
    recipient: { name: 'Acme Corp' },
    line_items: [{ description: 'Consulting services', quantity: 10, unit_price: '150.00' }],
  },
  4712,
);
console.log(invoice.invoice_number);`,
} as const;
