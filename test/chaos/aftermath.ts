import { type TestAccount } from '../support/factories.js';
import { allNumbers, consecutive } from '../support/invoices.js';
import { type Acknowledged, type Clients } from './clients.js';
import { type Answer, send, sha256 } from './send.js';

const boundMs = 30_000;
const readersAtOnce = 8;

/**
 * What must hold after a disturbance: every acknowledged invoice is there once, with the bytes that were
 * answered, and the series has no other invoice and no gap. Answers what does not hold.
 */
export async function aftermath(
  url: string,
  account: TestAccount,
  clients: Clients,
): Promise<string[]> {
  const { acknowledged } = clients;
  const faults = [...clients.faults];
  const numbers = (await allNumbers(url, account)).sort(byLength);
  const expected = consecutive(acknowledged.length);
  if (numbers.join() !== expected.join())
    faults.push(`The series is not 1 to ${expected.length}: ${oddOnes(numbers, expected)}`);
  const told = acknowledged.map(({ number }) => number).sort(byLength);
  if (told.join() !== expected.join())
    faults.push(`Clients were not told 1 to ${expected.length}: ${oddOnes(told, expected)}`);
  const left = [...acknowledged];
  const reader = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop())
      faults.push(...(await changes(url, account, one)));
  };
  await Promise.all(Array.from({ length: readersAtOnce }, reader));
  return faults;
}

/** What of an invoice is not as its client was told. */
async function changes(
  url: string,
  { bearer }: TestAccount,
  { id, number, sha256: told }: Acknowledged,
): Promise<string[]> {
  const read = (path: string): Promise<Answer> =>
    send(`${url}${path}`, { method: 'GET', headers: bearer, boundMs });
  const answer = await read(`/v1/invoices/${id}`);
  if (answer.status !== 200) return [`${number} is not there: ${answer.status}`];
  const invoice = JSON.parse(answer.body.toString()) as {
    invoice_number: string;
    pdf: { sha256: string | null };
  };
  const faults = [];
  if (invoice.invoice_number !== number) faults.push(`${number} is ${invoice.invoice_number} now`);
  if (told === undefined) return faults;
  const pdf = await read(`/v1/invoices/${id}/pdf`);
  if (sha256(pdf.body) !== told) faults.push(`${number} has another PDF than was answered`);
  if (invoice.pdf.sha256 !== told) faults.push(`${number} names another hash than its PDF had`);
  return faults;
}

/** Numbers of a series in their order, also beyond its four digits. */
function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

function oddOnes(found: readonly string[], expected: readonly string[]): string {
  const missing = expected.filter((number) => !found.includes(number));
  const double = found.filter((number, at) => found.indexOf(number) !== at);
  const others = found.filter((number) => !expected.includes(number));
  const said = { missing, double, others };
  return Object.entries(said)
    .map(([name, list]) => `${name} ${list.length} (${list.slice(0, 5).join(' ')})`)
    .join(', ');
}
