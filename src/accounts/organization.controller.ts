import { Body, Controller, Delete, Get, HttpCode, Put, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { uploadedFile } from '../common/http/upload.js';
import { OrganizationDto, PutOrganizationDto } from './dto/organization.dto.js';
import { OrganizationRequests } from './organization-requests.js';
import { OrganizationsService } from './organizations.service.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionGuard } from './session.guard.js';

/** The organization profile and its logo. */
@ApiTags('Dashboard: organization')
@ApiCookieAuth('session')
@Controller('dashboard/organization')
@UseGuards(SameOriginGuard, SessionGuard)
export class OrganizationController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly requests: OrganizationRequests,
  ) {}

  @ApiOperation({ summary: 'Read the organization profile' })
  @Get()
  @ApiOkResponse({ type: OrganizationDto, description: 'The organization profile.' })
  @ApiProblems(401)
  async get(@CurrentCaller() { accountId }: Caller): Promise<OrganizationDto> {
    return OrganizationDto.from(await this.organizations.get(accountId));
  }

  @ApiOperation({ summary: 'Replace the organization profile' })
  @Put()
  @ApiBody({ type: PutOrganizationDto })
  @ApiOkResponse({ type: OrganizationDto, description: 'The profile as it is from now on.' })
  @ApiProblems(401, 403, 415, 422)
  async put(@CurrentCaller() caller: Caller, @Body() body: object): Promise<OrganizationDto> {
    const profile = this.requests.read(body);
    return OrganizationDto.from(await this.organizations.put(caller, profile));
  }

  @ApiOperation({ summary: 'Get the logo' })
  @Get('logo')
  @ApiProduces('image/png', 'image/jpeg')
  @ApiOkResponse({ description: 'The logo as it is printed.' })
  @ApiProblems(401, 404)
  async logo(
    @CurrentCaller() { accountId }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const logo = await this.organizations.logo(accountId);
    void reply.type(logo.mediaType).header('cache-control', 'private, no-cache');
    return logo.bytes;
  }

  @ApiOperation({ summary: 'Upload a logo' })
  @Put('logo')
  @RouteConfig({ takesUpload: true })
  @HttpCode(204)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { logo: { type: 'string', format: 'binary' } } },
  })
  @ApiNoContentResponse({ description: 'The logo is printed on future invoices.' })
  @ApiProblems(401, 403, 413, 415, 422)
  async replaceLogo(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.organizations.replaceLogo(caller, await uploadedFile(request));
  }

  @ApiOperation({ summary: 'Remove the logo' })
  @Delete('logo')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Future invoices print the name instead.' })
  @ApiProblems(401, 403)
  async removeLogo(@CurrentCaller() caller: Caller): Promise<void> {
    await this.organizations.removeLogo(caller);
  }
}
