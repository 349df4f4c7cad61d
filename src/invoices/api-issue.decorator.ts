import { applyDecorators, HttpCode } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOperation,
  getSchemaPath,
} from '@nestjs/swagger';
import { ApiProblems } from '../common/http/problem.dto.js';
import { CreateInvoiceDto } from './dto/create-invoice.dto.js';
import { invoiceExamples } from './dto/invoice-examples.js';
import { InvoiceDto } from './dto/invoice.dto.js';

/** A PDF as OpenAPI content. */
export const pdfContent = {
  'application/pdf': { schema: { type: 'string', format: 'binary' } },
} as const;

/** JSON and PDF of one answer, as OpenAPI content. */
export const bothContents = (dto: new () => object) => ({
  'application/json': { schema: { $ref: getSchemaPath(dto) } },
  ...pdfContent,
});

/** The body of a request that describes an invoice. */
export const ApiInvoiceBody = (): MethodDecorator =>
  ApiBody({ type: CreateInvoiceDto, examples: { ...invoiceExamples } });

/** Documents the header that `idempotency-key.ts` reads. */
export const ApiIdempotencyKey = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Makes the request safe to repeat.',
  });

/** Status and documentation of the routes that issue an invoice. */
export function ApiIssue(texts: { summary: string; description: string }): MethodDecorator {
  return applyDecorators(
    HttpCode(201),
    ApiOperation({ summary: texts.summary }),
    ApiInvoiceBody(),
    ApiIdempotencyKey(),
    ApiCreatedResponse({ description: texts.description, content: bothContents(InvoiceDto) }),
    ApiProblems(400, 401, 403, 409, 413, 415, 422),
  );
}
