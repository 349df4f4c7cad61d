import { setTimeout as pause } from 'node:timers/promises';
import { type TestAccount } from '../support/factories.js';
import { type Answer, send, sha256 } from './send.js';

/** An invoice that a client was told of. */
export interface Acknowledged {
  readonly id: string;
  readonly number: string;
  /** Of the PDF, where that was the answer. */
  readonly sha256: string | undefined;
}

interface Bounds {
  /** Within which every request has its answer or the end of its connection. */
  readonly answerMs: number;
  /** Within which every order is acknowledged, whatever happens to its requests. */
  readonly orderMs: number;
}

interface Order {
  readonly key: string;
  readonly asPdf: boolean;
  readonly body: string;
}

/** Shorter than `Retry-After` asks for: clients of the field are impatient. */
const pauseMs = () => 50 + Math.random() * 250;
const outOfReach = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/**
 * Clients that create invoices with Idempotency-Keys, one order after the other, every other one as a PDF;
 * each sends its order again after every failure until it is acknowledged.
 */
export class Clients {
  readonly acknowledged: Acknowledged[] = [];
  /** What no disturbance excuses. */
  readonly faults: string[] = [];
  /** How often each failure was met that may pass: codes of problems and of connections. */
  private readonly refusals = new Map<string, number>();
  slowestMs = 0;
  private isStopping = false;
  private running: Promise<unknown> = Promise.resolve();

  /** `url` is asked before each request, as a server may come back at another port. */
  constructor(
    private readonly url: () => string,
    readonly account: TestAccount,
    private readonly bounds: Bounds,
  ) {}

  start(count: number): void {
    const clients = Array.from({ length: count }, (_, client) => this.work(client));
    this.running = Promise.all(clients);
  }

  /** Ends once every order that was begun is acknowledged or has failed. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  /** Waits for so many more acknowledged orders. @throws when they take longer than an order may */
  async progress(count: number): Promise<void> {
    const goal = this.acknowledged.length + count;
    const endMs = performance.now() + this.bounds.orderMs;
    while (this.acknowledged.length < goal) {
      if (performance.now() > endMs)
        throw new Error(`No ${count} more invoices in time. ${this.summary()}`);
      await pause(20);
    }
  }

  /** Whether one of these failures was met. */
  hasMet(codes: readonly string[]): boolean {
    return codes.some((code) => this.refusals.has(code));
  }

  summary(): string {
    const refusals = [...this.refusals].map(([code, count]) => `${code} ×${count}`).join(', ');
    const slowest = `slowest answer ${Math.round(this.slowestMs)} ms`;
    const failures = refusals === '' ? 'nothing refused' : refusals;
    return [`${this.acknowledged.length} acknowledged`, slowest, failures].join('; ');
  }

  private async work(client: number): Promise<void> {
    for (let count = 0; !this.isStopping; count += 1) {
      const key = `client-${client}-${count}`;
      const line = { description: `Order ${key}`, quantity: count + 1, unit_price: 19.9 };
      const body = JSON.stringify({ recipient: { name: 'Acme Corp' }, line_items: [line] });
      await this.order({ key, asPdf: (client + count) % 2 === 0, body });
    }
  }

  private async order(order: Order): Promise<void> {
    const endMs = performance.now() + this.bounds.orderMs;
    while (performance.now() < endMs) {
      const invoice = await this.attempt(order);
      if (invoice !== undefined) {
        this.acknowledged.push(invoice);
        return;
      }
      await pause(pauseMs());
    }
    this.faults.push(`${order.key} was not acknowledged within ${this.bounds.orderMs} ms`);
  }

  private async attempt({ key, asPdf, body }: Order): Promise<Acknowledged | undefined> {
    const startedMs = performance.now();
    try {
      const answer = await send(`${this.url()}${asPdf ? '/generate' : '/v1/invoices'}`, {
        method: 'POST',
        headers: {
          ...this.account.bearer,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body,
        boundMs: this.bounds.answerMs,
      });
      if (answer.status === 201) return acknowledgedBy(answer, asPdf);
      this.refused(answer, key);
    } catch (error) {
      this.broken(error as NodeJS.ErrnoException, key);
    } finally {
      this.slowestMs = Math.max(this.slowestMs, performance.now() - startedMs);
    }
    return undefined;
  }

  /** The one refusal that a disturbance excuses is 503 with `Retry-After`. */
  private refused({ status, headers, body }: Answer, key: string): void {
    const { code } = JSON.parse(body.toString()) as { code: string };
    if (status !== 503 || headers['retry-after'] === undefined)
      this.faults.push(`${key} was answered ${status} ${code}`);
    this.count(code);
  }

  private broken({ code = '', message, name }: NodeJS.ErrnoException, key: string): void {
    if (outOfReach.has(code)) this.count(code);
    else if (name === 'TimeoutError')
      this.faults.push(`${key} had no answer within ${this.bounds.answerMs} ms`);
    else this.faults.push(`${key} failed: ${message}`);
  }

  private count(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }
}

function acknowledgedBy({ headers, body }: Answer, asPdf: boolean): Acknowledged {
  return {
    id: String(headers['finvo-invoice-id']),
    number: String(headers['finvo-invoice-number']),
    sha256: asPdf ? sha256(body) : undefined,
  };
}
