import { bodies } from './snippet-bodies.js';
import { firstInvoices } from './first-invoices.js';

/** A piece of code of the help pages; a test runs each one against a real server. */
export interface Snippet {
  readonly language: 'sh' | 'js' | 'ts' | 'python' | 'php' | 'go' | 'ruby' | 'json';
  /** What it does, for a screen reader and as the name of its test. */
  readonly label: string;
  /** The code, for the server at this origin, such as `http://localhost:3000`. */
  text(origin: string): string;
}

const key = '-H "Authorization: Bearer $FINVO_API_KEY"';

/** A line per argument, as long commands are written. */
function curl(...words: readonly string[]): string {
  return `curl ${words.join(' \\\n  ')}`;
}

function post(url: string, body: string, ...more: readonly string[]): string {
  return curl(url, key, '-H "Content-Type: application/json"', ...more, `-d '${body}'`);
}

function sh(label: string, text: (origin: string) => string): Snippet {
  return { language: 'sh', label, text };
}

function first(language: keyof typeof firstInvoices, title: string): Snippet {
  return {
    language,
    label: `The first invoice with ${title}`,
    text: (origin) => firstInvoices[language].replaceAll('ORIGIN', origin),
  };
}

/** Every snippet of the help pages. */
export const snippets = {
  // One line, as `read` would take the second line of a paste for the key.
  setKey: sh(
    'Put the key into the environment of bash or zsh',
    () => 'read -rs FINVO_API_KEY && export FINVO_API_KEY',
  ),
  checkKey: sh('Test the connection', (origin) => curl(`${origin}/v1/account`, key)),
  ownKey: sh('Look at the key in use', (origin) => curl(`${origin}/v1/api-key`, key)),
  revokeOwnKey: sh('Revoke the key in use', (origin) =>
    curl(`-X POST ${origin}/v1/api-key/revoke`, key),
  ),
  keyLength: sh('Count the characters of the key', () => 'printf %s "$FINVO_API_KEY" | wc -c'),
  wholeAnswer: sh('See status, headers and problem', (origin) =>
    curl(`-i ${origin}/v1/account`, key),
  ),
  firstInvoice: sh('The first invoice with curl', (origin) =>
    post(`${origin}/generate`, bodies.first, '-o invoice.pdf'),
  ),
  firstInvoiceJs: first('js', 'JavaScript'),
  firstInvoiceTs: first('ts', 'the TypeScript client'),
  firstInvoicePython: first('python', 'Python'),
  firstInvoicePhp: first('php', 'PHP'),
  firstInvoiceGo: first('go', 'Go'),
  firstInvoiceRuby: first('ruby', 'Ruby'),
  asJson: sh('Issue an invoice and get it as JSON', (origin) =>
    post(`${origin}/v1/invoices`, bodies.first),
  ),
  preview: sh('Preview an invoice', (origin) =>
    post(`${origin}/v1/invoices/preview`, bodies.first),
  ),
  previewPdf: sh('Preview an invoice as PDF', (origin) =>
    post(
      `${origin}/v1/invoices/preview`,
      bodies.first,
      '-H "Accept: application/pdf"',
      '-o preview.pdf',
    ),
  ),
  taxes: sh('Taxes of each line', (origin) => post(`${origin}/v1/invoices/preview`, bodies.taxes)),
  reverseCharge: sh('An invoice with reverse charge', (origin) =>
    post(`${origin}/v1/invoices/preview`, bodies.reverseCharge),
  ),
  withholding: sh('A tax that the recipient withholds', (origin) =>
    post(`${origin}/v1/invoices/preview`, bodies.withholding),
  ),
  discounts: sh('Discounts and charges', (origin) =>
    post(`${origin}/v1/invoices/preview`, bodies.discounts),
  ),
  taxIncluded: sh('Prices with tax included', (origin) =>
    post(`${origin}/v1/invoices/preview`, bodies.taxIncluded),
  ),
  repeatable: sh('An invoice that is safe to send twice', (origin) =>
    post(`${origin}/v1/invoices`, bodies.first, '-H "Idempotency-Key: order-4711"'),
  ),
  batch: sh('Issue several invoices with one request', (origin) =>
    post(`${origin}/v1/invoices/batch`, bodies.batch, '-H "Idempotency-Key: march-2026"'),
  ),
  createSchedule: sh('Make a recurring invoice', (origin) =>
    post(`${origin}/v1/schedules`, bodies.schedule, '-H "Idempotency-Key: contract-4711"'),
  ),
  createQuote: sh('Make a quote', (origin) => post(`${origin}/v1/invoices`, bodies.quote)),
  convertQuote: sh('Make the invoice of a quote', (origin) =>
    curl(`-X POST ${origin}/v1/invoices/$QUOTE_ID/invoice`, key),
  ),
  storedCustomer: sh('Store customer and item with the invoice', (origin) =>
    post(`${origin}/v1/invoices`, bodies.storedCustomer),
  ),
  knownCustomer: sh('The next invoice', (origin) =>
    post(`${origin}/v1/invoices`, bodies.knownCustomer),
  ),
  putCustomer: sh('Store a customer under your own id', (origin) =>
    curl(
      `-X PUT ${origin}/v1/customers/by-external-id/crm-4711`,
      key,
      '-H "Content-Type: application/json"',
      `-d '${bodies.putCustomer}'`,
    ),
  ),
  pdf: sh('Get the PDF of an invoice', (origin) =>
    curl(`${origin}/v1/invoices/$INVOICE_ID/pdf`, key, '-o invoice.pdf'),
  ),
  list: sh('List invoices', (origin) =>
    curl(
      `-G ${origin}/v1/invoices`,
      key,
      '-d limit=50',
      '-d currency=USD',
      '-d from=2026-01-01',
      '-d recipient=acme',
    ),
  ),
  everyInvoice: {
    language: 'js',
    label: 'Read every invoice, page by page',
    text: (origin) => bodies.everyInvoiceJs.replaceAll('ORIGIN', origin),
  },
  paymentCode: sh('A code for the banking app', (origin) =>
    post(`${origin}/v1/invoices/preview`, bodies.paymentCode),
  ),
  otherSender: sh('Another sender for one invoice', (origin) =>
    post(`${origin}/v1/invoices/preview`, bodies.otherSender),
  ),
  eInvoice: sh('Make a Factur-X invoice', (origin) =>
    post(`${origin}/generate`, bodies.eInvoice, '-o invoice.pdf'),
  ),
  eInvoiceFile: sh('Get the e-invoice of an invoice', (origin) =>
    curl(`-G ${origin}/v1/invoices/$INVOICE_ID/e-invoice`, key, '-d format=ubl', '-o invoice.xml'),
  ),
  eInvoiceReadiness: sh('See what a format misses', (origin) =>
    curl(
      `-G ${origin}/v1/invoices/$INVOICE_ID/e-invoice/readiness`,
      key,
      '-d format=xrechnung-ubl',
    ),
  ),
  inspect: sh('Read an e-invoice', (origin) =>
    curl(`${origin}/v1/e-invoices/inspect`, key, '-F "file=@invoice.pdf"'),
  ),
  verifyWebhook: {
    language: 'js',
    label: 'A server that checks webhooks',
    text: () => bodies.verifyWebhookJs,
  },
  faulty: sh('A request with two faults', (origin) => post(`${origin}/v1/invoices`, bodies.faulty)),
  faultyAnswer: { language: 'json', label: 'Its answer', text: () => bodies.faultyAnswer },
  handleProblems: {
    language: 'js',
    label: 'Handle problems and repeat safely',
    text: (origin) => bodies.handleProblemsJs.replaceAll('ORIGIN', origin),
  },
} as const satisfies Readonly<Record<string, Snippet>>;

export type SnippetName = keyof typeof snippets;
