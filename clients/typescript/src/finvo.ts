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

/** A Finvo server, used with one API key. */
export class Finvo {
  readonly invoices: Invoices;
  readonly batches: Batches;
  readonly #caller: Caller;

  /** @throws TypeError when the address or the key cannot be used */
  constructor(options: FinvoOptions) {
    this.#caller = new Caller(new Connection(options));
    this.invoices = new Invoices(this.#caller);
    this.batches = new Batches(this.#caller);
  }

  /**
   * Calls any route that answers JSON, typed by the OpenAPI document: for those without a method of their own.
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
