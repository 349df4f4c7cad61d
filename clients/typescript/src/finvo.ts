import { Batches } from './batches.js';
import { Caller, type Parts } from './caller.js';
import { type CallOptions, Connection, type FinvoOptions } from './connection.js';
import { Invoices } from './invoices.js';
import {
  type AnswerOf,
  type Api,
  type InputOf,
  type MethodOf,
  type OperationOf,
} from './operations.js';
import { RouteGroups } from './routes.js';

/** A Finvo server, used with one API key. */
export class Finvo extends RouteGroups {
  override readonly invoices: Invoices;
  override readonly batches: Batches;
  readonly #caller: Caller;

  /** @throws TypeError when the address or the key cannot be used */
  constructor(options: FinvoOptions) {
    const caller = new Caller(new Connection(options));
    super(caller);
    this.#caller = caller;
    this.invoices = new Invoices(this.#caller);
    this.batches = new Batches(this.#caller);
  }

  /**
   * Calls any route that answers JSON by its path, typed by the OpenAPI document.
   * @throws FinvoError
   */
  call<P extends keyof Api, M extends MethodOf<P>>(
    method: M,
    path: P,
    input: InputOf<OperationOf<P, M>> & Parts,
    options: CallOptions = {},
  ): Promise<AnswerOf<OperationOf<P, M>>> {
    return this.#caller.json(method, path, input, options);
  }
}
