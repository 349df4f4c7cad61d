import { keyed, type IssueOptions } from './route-group.js';
import { Invoices as InvoiceRoutes } from './routes.js';
import { type InvoiceRequest } from './shapes.js';

/** An invoice just issued, as its PDF. */
export interface IssuedPdf {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly id: string;
  /** '' of a draft. */
  readonly number: string;
}

/** Issues and reads invoices. Every method throws FinvoError. */
export class Invoices extends InvoiceRoutes {
  /** Issues an invoice and answers its PDF. */
  async generate(body: InvoiceRequest, options: IssueOptions = {}): Promise<IssuedPdf> {
    const input = { body, ...keyed(options), accept: 'application/pdf' };
    const { bytes, headers } = await this.caller.file('post', '/generate', input, options);
    return {
      pdf: bytes,
      id: headers.get('finvo-invoice-id') ?? '',
      number: headers.get('finvo-invoice-number') ?? '',
    };
  }
}
