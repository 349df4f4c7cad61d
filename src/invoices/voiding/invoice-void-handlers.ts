import { Body, HttpCode, Injectable, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../../common/http/caller.js';
import { ApiProblems } from '../../common/http/problem.dto.js';
import { validRequest } from '../../common/http/read-request.js';
import { InvoiceDto } from '../dto/invoice.dto.js';
import { invoicesPath } from '../invoice-replies.js';
import { VoidInvoiceDto } from './dto/void-invoice.dto.js';
import { InvoiceVoidsService } from './invoice-voids.service.js';

/** The route that voids an invoice, written once for both doors. */
@Injectable()
export abstract class InvoiceVoidHandlers {
  constructor(private readonly voids: InvoiceVoidsService) {}

  @ApiOperation({ summary: 'Void an invoice' })
  @Post()
  @HttpCode(200)
  @ApiBody({ type: VoidInvoiceDto, required: false })
  @ApiOkResponse({
    type: InvoiceDto,
    description: 'The invoice, void from now on; one that was void before is answered as it was.',
  })
  @ApiProblems(400, 401, 403, 404, 409, 415, 422)
  async create(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<InvoiceDto> {
    const { reason = null } = validRequest(VoidInvoiceDto, body ?? {});
    return InvoiceDto.from(await this.voids.add(caller, id, reason), invoicesPath(caller));
  }
}
