import { type Caller } from './caller.js';
import { type CallOptions } from './connection.js';

/** Routes about one thing. Every method throws FinvoError. */
export abstract class RouteGroup {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  protected get caller(): Caller {
    return this.#caller;
  }
}

/** What a call that makes something may do differently. */
export interface IssueOptions extends CallOptions {
  /**
   * Names what is asked for, such as `order-4711`: however often it is sent, it is done once. Left out, each
   * call has a random one, which covers its own attempts.
   */
  readonly idempotencyKey?: string;
}

/** The key of a call: its own, or a random one. */
export function keyed({ idempotencyKey = crypto.randomUUID() }: IssueOptions) {
  return { idempotencyKey };
}
