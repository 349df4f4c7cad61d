import { Delete, Get, HttpCode, Injectable, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { uploadedForm } from '../common/http/upload.js';
import { attachmentBytesMax } from './attachment.js';
import { describeFile, fileContent } from './attachment-reply.js';
import { AttachmentsService } from './attachments.service.js';
import { AttachmentDto } from './dto/attachment.dto.js';

/** The routes of attachments, written once for both doors. */
@Injectable()
export abstract class AttachmentHandlers {
  constructor(private readonly attachments: AttachmentsService) {}

  @ApiOperation({ summary: 'Upload a file that invoices are to carry' })
  @Post()
  @RouteConfig({ takesUpload: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: {
          type: 'string',
          format: 'binary',
          description: 'PDF, PNG, JPEG, CSV, XLSX or ODS, up to 10 MiB.',
        },
      },
    },
  })
  @ApiCreatedResponse({
    type: AttachmentDto,
    description: 'The attachment; deleted after 24 hours unless an invoice or a schedule uses it.',
  })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async upload(
    @CurrentCaller() { accountId }: Caller,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentDto> {
    const form = await uploadedForm(request, attachmentBytesMax);
    return AttachmentDto.from(await this.attachments.add(accountId, form));
  }

  @ApiOperation({ summary: 'Read what is known of an attachment' })
  @Get(':id')
  @ApiOkResponse({ type: AttachmentDto, description: 'The attachment.' })
  @ApiProblems(400, 401, 403, 404)
  async get(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
  ): Promise<AttachmentDto> {
    return AttachmentDto.from(await this.attachments.get(accountId, id));
  }

  @ApiOperation({ summary: 'Download an attachment' })
  @Get(':id/content')
  @ApiOkResponse({ description: 'Its content, byte for byte.', content: fileContent })
  @ApiProblems(400, 401, 403, 404)
  async content(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const attachment = await this.attachments.get(accountId, id);
    const content = await this.attachments.content(accountId, attachment.id);
    describeFile(reply, attachment);
    return content;
  }

  @ApiOperation({ summary: 'Delete an attachment that nothing uses' })
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems(400, 401, 403, 404, 409)
  async remove(@CurrentCaller() { accountId }: Caller, @Param('id') id: string): Promise<void> {
    await this.attachments.remove(accountId, id);
  }
}
