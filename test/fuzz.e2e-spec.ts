import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { type RunningApp, startApp } from './support/app.js';
import { postBatch } from './support/batches.js';
import { createAccount, createInvoice, type TestAccount } from './support/factories.js';
import { createSchedule } from './support/schedules.js';
import { type Schema, valuesOf } from './support/schema-values.js';

const requestsMax = Number(process.env.FUZZ_REQUESTS ?? '1500');
const seed = Number(process.env.FUZZ_SEED ?? '20260119');
const atOnce = 6;
/** Stands in everything that the other account has stored. */
const marker = 'Zanzibar-Octopus';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters?: readonly { in: string; name: string; schema?: Schema }[];
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

describe('any request whatever', () => {
  let running: RunningApp;
  let main: TestAccount;
  let reader: TestAccount;
  let throwaway: TestAccount;
  let ids: string[];
  let operations: Operation[];
  let schemas: Record<string, Schema>;

  beforeAll(async () => {
    running = await startApp({ RATE_LIMIT_PER_MINUTE: '0' });
    main = await createAccount(running);
    reader = await createAccount(running);
    throwaway = await createAccount(running);
    const other = await createAccount(running, { organizationName: marker });
    const recipient = { name: marker, email: `${marker.toLowerCase()}@example.com` };
    const foreign = await createInvoice(running.url, other, { recipient, reference: marker });
    const own = await createInvoice(running.url, main);
    await createInvoice(running.url, reader);
    const { body: batch } = await postBatch(running, main, { invoices: [{}] });
    const { body: others } = await postBatch(running, other, { invoices: [{ reference: marker }] });
    const { id: schedule } = await createSchedule(running, main);
    const marked = { name: marker, start_date: '2027-01-31' };
    const { id: foreignSchedule } = await createSchedule(running, other, marked);
    ids = [
      schedule,
      foreignSchedule,
      batch.id as string,
      others.id as string,
      own.id,
      foreign.id,
      main.keyId,
      other.keyId,
      'inv_0',
      '%00',
      '..%2f',
      'x'.repeat(300),
    ];
    const document = (await (await fetch(`${running.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>;
      components: { schemas: Record<string, Schema> };
    };
    schemas = document.components.schemas;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, rest]) => ({ ...rest, path, method })),
    );
  });
  afterAll(() => running.close());

  /** What ends its own credentials or costs a file gets an account of its own. */
  function accountFor({ path }: Operation): TestAccount {
    if (/logout|end|revoke|rotate|delete$|password|reauth/.test(path)) return throwaway;
    return /export|csv|zip/.test(path) ? reader : main;
  }

  function requests(operation: Operation): Arbitrary<Sent> {
    const account = accountFor(operation);
    const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
    const { content = {} } = operation.requestBody ?? {};
    const [type = 'application/json', media] = Object.entries(content)[0] ?? [];
    const bodies =
      media === undefined
        ? fc.constant(undefined)
        : fc.oneof(
            {
              weight: 12,
              arbitrary: valuesOf(media.schema, schemas).map((value) => JSON.stringify(value)),
            },
            { weight: 1, arbitrary: fc.constantFrom('{', '[1,', '"', '{"a":1}{', '\u0000', '') },
          );
    return fc
      .record({
        id: fc.constantFrom(...ids),
        query: fc.record(
          Object.fromEntries(
            query.map(({ name, schema }) => [name, valuesOf(schema ?? {}, schemas)]),
          ),
          { requiredKeys: [] },
        ),
        credential: fc.oneof(
          { weight: 9, arbitrary: fc.constant({ ...account.bearer, ...account.session }) },
          {
            weight: 1,
            arbitrary: fc.constantFrom({}, account.bearer, { authorization: 'Bearer x' }),
          },
        ),
        type: fc.oneof(
          { weight: 12, arbitrary: fc.constant(type) },
          { weight: 1, arbitrary: fc.constant('text/plain') },
        ),
        accept: fc.constantFrom('*/*', 'application/json', 'application/pdf', 'text/html', ';;'),
        body: bodies,
      })
      .map(({ id, query: values, credential, type: contentType, accept, body }) => ({
        method: operation.method.toUpperCase(),
        path: operation.path.replaceAll(/\{\w+\}/g, id) + queryText(values),
        headers: {
          accept,
          ...(credential as Record<string, string>),
          ...(body !== undefined && { 'content-type': contentType }),
        },
        body,
      }));
  }

  it(`gets an answer below 500, a problem from 400 on, and nothing of another account (${requestsMax} requests, seed ${seed})`, async () => {
    const each = Math.ceil(requestsMax / operations.length);
    const all = operations.flatMap((operation, index) =>
      fc.sample(requests(operation), { numRuns: each, seed: seed + index }),
    );
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    const queue = all.values();
    const worker = async () => {
      for (const sent of queue) {
        const { status, fault } = await outcome(running.url, sent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (fault !== undefined) faults.push(`${fault}: ${JSON.stringify(sent).slice(0, 600)}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    expect(faults.slice(0, 10)).toEqual([]);
    // Requests that all fail would show nothing.
    expect(statuses.get(200)).toBeGreaterThan(requestsMax / 50);
    expect(statuses.get(422)).toBeGreaterThan(requestsMax / 50);
  }, 600_000);
});

function queryText(values: Record<string, unknown>): string {
  const pairs = Object.entries(values).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `${name}=${encodeURIComponent(text.toWellFormed())}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

async function outcome(url: string, { path, ...init }: Sent) {
  const answer = await fetch(url + path, { ...init, body: init.body ?? null });
  const { status } = answer;
  const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  return { status, fault: faultOf(answer, text) };
}

function faultOf({ status, headers }: Response, text: string): string | undefined {
  if (status >= 500) return `answered ${status} ${text}`;
  if (text.includes(marker)) return `shows another account (${status})`;
  if (status < 400) return undefined;
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    return `${status} is no problem`;
  const problem = JSON.parse(text) as Record<string, unknown>;
  const complete = problem.status === status && problem.code && problem.request_id;
  return complete ? undefined : `${status} has an incomplete problem ${text}`;
}
