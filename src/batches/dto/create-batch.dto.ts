import { type Check, list } from '../../common/http/checks.js';
import { Field, Untouched } from '../../common/http/fields.js';
import { validRequest } from '../../common/http/read-request.js';
import { CreateInvoiceDto } from '../../invoices/dto/create-invoice.dto.js';
import { rowsMax } from '../batch.js';

/** Does not tell how many there are, because {@link rowsOf} does not look further than one too many. */
const rowList: Check = (value) => {
  const problem = list(1, rowsMax)(value);
  return problem?.code === 'too_many'
    ? { code: 'too_many', message: `At most ${rowsMax} invoices are allowed in one batch.` }
    : problem;
};

export class CreateBatchDto {
  @Untouched()
  @Field({ type: () => CreateInvoiceDto, isArray: true, minItems: 1, maxItems: rowsMax }, rowList, {
    description: 'The invoices in the order of their numbers, each as for POST /v1/invoices.',
  })
  invoices: unknown[];
}

/** The rows of a body; what is in them is looked at one by one, by the worker. @throws InvalidRequest */
export function rowsOf(body: unknown): readonly unknown[] {
  const { invoices } = (body ?? {}) as Partial<CreateBatchDto>;
  if (!Array.isArray(invoices)) return validRequest(CreateBatchDto, body).invoices;
  const frame = Array(Math.min(invoices.length, rowsMax + 1)).fill(null);
  validRequest(CreateBatchDto, { ...(body as object), invoices: frame });
  return invoices;
}
