import { type Fault } from '../../../common/errors/app-error.js';
import { Answer, Choice } from '../../../common/http/fields.js';
import { FaultDto } from '../../../common/http/problem.dto.js';
import { type EInvoiceFormat, eInvoiceFormats } from '../../../einvoice/formats.js';

/** Which e-invoice is asked for. */
export class EInvoiceQueryDto {
  @Choice(eInvoiceFormats, {
    optional: true,
    description: 'The format; left out: what the invoice is made as.',
    example: 'xrechnung-ubl',
  })
  format?: EInvoiceFormat;
}

/** Whether an invoice can be made as an e-invoice, and what is in the way. */
export class EInvoiceReadinessDto {
  @Answer({
    type: 'string',
    enum: ['e_invoice_readiness'],
    description: 'Always "e_invoice_readiness".',
  })
  object: 'e_invoice_readiness';
  @Answer({ type: 'string', enum: [...eInvoiceFormats], description: 'The format.' })
  format: string;
  @Answer({ type: 'boolean', description: 'Whether every rule of the format is met.' })
  ready: boolean;
  @Answer({
    type: () => FaultDto,
    isArray: true,
    description: 'Every rule that is not met, with a pointer into the request.',
  })
  errors: readonly Fault[];

  static from(format: EInvoiceFormat, errors: readonly Fault[]): EInvoiceReadinessDto {
    return { object: 'e_invoice_readiness', format, ready: errors.length === 0, errors };
  }
}
