// `npm run demo`: starts Finvo on the embedded database, makes an account and a key, sends a first invoice
// and keeps serving; `--once` ends after the PDF.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const once = process.argv.includes('--once');
const startPatienceMs = 30_000;

const invoice = {
  invoice_number: 'INV-001',
  recipient: { name: 'Acme Corp', email: 'billing@acme.com' },
  line_items: [{ description: 'Consulting services', quantity: 10, unit_price: 150.0 }],
};

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const server = spawn(
  process.execPath,
  [fileURLToPath(new URL('../dist/main.js', import.meta.url))],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      LOG_LEVEL: 'warn',
      ...process.env,
      DATABASE_URL: 'sqlite:./data/demo.db',
      SIGNUP: 'open',
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: url,
    },
  },
);
const ended = new Promise((resolve) => server.once('exit', resolve));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));

try {
  await ready();
  await tour();
} catch (error) {
  console.error(`The demo failed: ${error.message}`);
  process.exitCode = 1;
  server.kill();
}
if (once) server.kill();
await ended;

async function tour() {
  const email = `demo-${randomBytes(3).toString('hex')}@example.com`;
  const password = `demo ${randomBytes(9).toString('base64url')}`;
  const signup = await post('/dashboard/signup', {
    email,
    password,
    organization_name: 'Demo Studio',
  });
  const cookie = signup.headers.get('set-cookie').split(';', 1)[0];
  const { key } = await (await post('/dashboard/keys', { name: 'Demo' }, { cookie })).json();
  const started = performance.now();
  const pdf = await post('/generate', invoice, { authorization: `Bearer ${key}` });
  const bytes = Buffer.from(await pdf.arrayBuffer());
  const tookMs = Math.round(performance.now() - started);
  writeFileSync('invoice.pdf', bytes);
  console.log(`
Your first invoice is in invoice.pdf (${bytes.length} bytes, ${tookMs} ms).
${once ? '' : servingText({ email, password, key })}`);
}

function servingText({ email, password, key }) {
  return `
Dashboard at        ${url}
API reference at    ${url}/docs
Sign in with        ${email}
and the password    ${password}
Your API key        ${key}

Send the next one yourself:

curl -X POST ${url}/generate \\
  -H "Authorization: Bearer ${key}" \\
  -H "Content-Type: application/json" \\
  -d '${JSON.stringify({ recipient: invoice.recipient, line_items: invoice.line_items })}' \\
  -o invoice-2.pdf

Ctrl+C ends it.`;
}

async function post(path, body, headers = {}) {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

async function ready() {
  let gone = false;
  void ended.then(() => (gone = true));
  const giveUpAt = performance.now() + startPatienceMs;
  for (;;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (gone) throw new Error('the server did not start; its reason stands above.');
    if (performance.now() > giveUpAt) throw new Error('the server was not ready in time.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
