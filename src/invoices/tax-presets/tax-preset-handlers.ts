import { Body, Delete, Get, HttpCode, Injectable, Param, Post, Put } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../../common/http/caller.js';
import { ApiProblems } from '../../common/http/problem.dto.js';
import { PutTaxPresetDto, TaxPresetDto, TaxPresetListDto } from './dto/tax-preset.dto.js';
import { taxPresetOf } from './tax-preset-requests.js';
import { TaxPresetsService } from './tax-presets.service.js';

/** The routes of tax presets, written once for both doors. */
@Injectable()
export abstract class TaxPresetHandlers {
  constructor(private readonly presets: TaxPresetsService) {}

  @ApiOperation({ summary: 'List tax presets' })
  @Get()
  @ApiOkResponse({ type: TaxPresetListDto, description: 'The tax presets of the account.' })
  @ApiProblems(400, 401, 403)
  async list(@CurrentCaller() { accountId }: Caller): Promise<TaxPresetListDto> {
    return {
      data: (await this.presets.list(accountId)).map((preset) => TaxPresetDto.from(preset)),
    };
  }

  @ApiOperation({ summary: 'Add a tax preset' })
  @Post()
  @ApiBody({ type: PutTaxPresetDto })
  @ApiCreatedResponse({ type: TaxPresetDto, description: 'The tax preset.' })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async add(@CurrentCaller() { accountId }: Caller, @Body() body: object): Promise<TaxPresetDto> {
    return TaxPresetDto.from(await this.presets.add(accountId, taxPresetOf(body)));
  }

  @ApiOperation({ summary: 'Read a tax preset' })
  @Get(':id')
  @ApiOkResponse({ type: TaxPresetDto, description: 'The tax preset.' })
  @ApiProblems(400, 401, 403, 404)
  async get(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
  ): Promise<TaxPresetDto> {
    return TaxPresetDto.from(await this.presets.get(accountId, id));
  }

  @ApiOperation({ summary: 'Replace a tax preset; invoices that were made with it stay' })
  @Put(':id')
  @ApiBody({ type: PutTaxPresetDto })
  @ApiOkResponse({ type: TaxPresetDto, description: 'The tax preset as it is now.' })
  @ApiProblems(400, 401, 403, 404, 409, 413, 415, 422)
  async replace(
    @CurrentCaller() { accountId }: Caller,
    @Param('id') id: string,
    @Body() body: object,
  ): Promise<TaxPresetDto> {
    return TaxPresetDto.from(await this.presets.replace(accountId, id, taxPresetOf(body)));
  }

  @ApiOperation({ summary: 'Delete a tax preset; invoices that were made with it stay' })
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The tax preset is gone.' })
  @ApiProblems(400, 401, 403, 404)
  async remove(@CurrentCaller() { accountId }: Caller, @Param('id') id: string): Promise<void> {
    await this.presets.remove(accountId, id);
  }
}
