import { HttpCode, Injectable, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { ApiProblems } from '../common/http/problem.dto.js';
import { sentDocument } from '../common/http/sent-document.js';
import { InspectionDto } from './dto/inspection.dto.js';
import { documentBytesMax } from './inspection.js';
import { InspectionService } from './inspection.service.js';

const file = {
  type: 'string' as const,
  format: 'binary',
  description: 'A PDF up to 10 MiB that embeds an e-invoice, or its XML up to 5 MiB.',
};
const raw = { schema: file };
const form = {
  schema: { type: 'object' as const, required: ['file'], properties: { file } },
};

/** The routes that read e-invoices, written once for both doors. */
@Injectable()
export abstract class InspectionHandlers {
  constructor(private readonly inspection: InspectionService) {}

  @ApiOperation({
    summary: 'Read an e-invoice and hold it against the rules',
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': form,
        'application/pdf': raw,
        'application/xml': raw,
        'text/xml': raw,
      },
    },
  })
  @Post('inspect')
  @RouteConfig({ takesUpload: true, takesDocument: true })
  @HttpCode(200)
  @ApiOkResponse({ type: InspectionDto, description: 'What it says; nothing is stored.' })
  @ApiProblems(400, 401, 403, 413, 415, 422)
  async inspect(@Req() request: FastifyRequest): Promise<InspectionDto> {
    const sent = await sentDocument(request, documentBytesMax);
    return InspectionDto.from(await this.inspection.inspect(sent));
  }
}
