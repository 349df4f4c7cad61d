import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { invoiceBody, type TestAccount } from './factories.js';

/** What the server has said of an order, and what it may be held to from then on. */
export interface Acknowledged {
  readonly account: TestAccount;
  readonly reference: string;
  readonly id: string;
  readonly number: string;
  /** Of the PDF, where the answer was one. */
  readonly sha256: string | undefined;
}

/** An answer that was no success; 0 where the connection broke. */
export interface Refusal {
  readonly reference: string;
  readonly status: number;
  readonly code: string;
}

/** Clients that order invoices one after the other, and do not give up. */
export interface OrderingClients {
  readonly acknowledged: readonly Acknowledged[];
  readonly refusals: readonly Refusal[];
  /** The longest that one request has taken, answered or not. */
  longestMs(): number;
  /** Waits until so many more are acknowledged. */
  more(count: number): Promise<void>;
  /** Lets each order come to its end. */
  stop(): Promise<void>;
  /** Ends them where they are, as when the test has failed. */
  abandon(): void;
}

interface Terms {
  readonly clients: number;
  readonly accounts: readonly TestAccount[];
  readonly urls: readonly string[];
  /** Whether an order that was refused is sent again, to the next server, under its Idempotency-Key. */
  readonly retries: boolean;
}

/** What is far beyond any bound: a request that has no answer by then fails the test. */
const givenUpAfterMs = 60_000;

/** Starts the clients; every other one asks for the PDF. */
export function startOrdering({ clients, accounts, urls, retries }: Terms): OrderingClients {
  const acknowledged: Acknowledged[] = [];
  const refusals: Refusal[] = [];
  let longestMs = 0;
  let isStopping = false;
  let isAbandoned = false;

  const send = async (order: Order): Promise<Acknowledged | Refusal> => {
    const startedMs = performance.now();
    try {
      return await answerTo(order);
    } catch {
      return { reference: order.reference, status: 0, code: 'no_answer' };
    } finally {
      longestMs = Math.max(longestMs, performance.now() - startedMs);
    }
  };
  const client = async (number: number) => {
    for (let count = 0; !isStopping; count += 1) {
      const account = accounts[(number + count) % accounts.length]!;
      const reference = randomUUID();
      for (let attempt = 0; ; attempt += 1) {
        const url = urls[(number + count + attempt) % urls.length]!;
        const answer = await send({ url, account, reference, asPdf: number % 2 === 0 });
        if ('id' in answer) acknowledged.push(answer);
        else refusals.push(answer);
        if ('id' in answer || !retries || isAbandoned) break;
        await pause(100 * Math.random());
      }
    }
  };
  const working = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return {
    acknowledged,
    refusals,
    longestMs: () => longestMs,
    more: async (count) => {
      const enough = acknowledged.length + count;
      while (acknowledged.length < enough) await Promise.race([pause(50), working]);
    },
    stop: async () => {
      isStopping = true;
      await working;
    },
    abandon: () => {
      isStopping = true;
      isAbandoned = true;
    },
  };
}

interface Order {
  readonly url: string;
  readonly account: TestAccount;
  readonly reference: string;
  readonly asPdf: boolean;
}

async function answerTo(order: Order): Promise<Acknowledged | Refusal> {
  const { url, account, reference, asPdf } = order;
  const answer = await fetch(url + (asPdf ? '/generate' : '/v1/invoices'), {
    method: 'POST',
    headers: {
      ...account.bearer,
      'content-type': 'application/json',
      'idempotency-key': reference,
    },
    body: JSON.stringify(invoiceBody({ reference })),
    signal: AbortSignal.timeout(givenUpAfterMs),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const { status, headers } = answer;
  if (status !== 201) {
    const isProblem = headers.get('content-type')?.startsWith('application/problem+json');
    if (isProblem !== true) return { reference, status, code: 'not_from_finvo' };
    const { code } = JSON.parse(bytes.toString()) as { code: string };
    return { reference, status, code };
  }
  return {
    ...{ account, reference },
    id: headers.get('finvo-invoice-id') ?? '',
    number: headers.get('finvo-invoice-number') ?? '',
    sha256: asPdf ? createHash('sha256').update(bytes).digest('hex') : undefined,
  };
}
