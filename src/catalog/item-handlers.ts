import {
  Body,
  Delete,
  Get,
  HttpCode,
  Injectable,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
} from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type Caller, CurrentCaller } from '../common/http/caller.js';
import { ApiProblems } from '../common/http/problem.dto.js';
import { validRequest } from '../common/http/read-request.js';
import { CatalogRequests } from './catalog-requests.js';
import { ItemsService } from './items.service.js';
import { ChangeItemDto, CreateItemDto, ItemDto, ItemListDto, PutItemDto } from './dto/item.dto.js';
import { ExternalIdPathDto } from './dto/external-id.field.js';
import { ListItemsDto } from './dto/list-entries.dto.js';

/** The routes of items, written once for both doors. */
@Injectable()
export abstract class ItemHandlers {
  constructor(
    private readonly items: ItemsService,
    private readonly requests: CatalogRequests,
  ) {}

  @ApiOperation({ summary: 'Store an item' })
  @Post()
  @ApiBody({ type: CreateItemDto })
  @ApiCreatedResponse({ type: ItemDto, description: 'The item.' })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async create(@CurrentCaller() caller: Caller, @Body() body: unknown): Promise<ItemDto> {
    const values = this.requests.item(CreateItemDto, body);
    return ItemDto.from(await this.items.create(caller.accountId, values));
  }

  @ApiOperation({ summary: 'List items, newest first' })
  @Get()
  @ApiQuery({ type: ListItemsDto })
  @ApiOkResponse({ type: ItemListDto, description: 'A page of items, newest first.' })
  @ApiProblems(400, 401, 403, 422)
  async list(@CurrentCaller() caller: Caller, @Query() query: object): Promise<ItemListDto> {
    const asked = validRequest(ListItemsDto, { ...query });
    const page = await this.items.page(caller.accountId, asked);
    return { ...page, data: page.data.map((each) => ItemDto.from(each)) };
  }

  @ApiOperation({ summary: 'Read an item' })
  @Get(':id')
  @ApiOkResponse({ type: ItemDto, description: 'The item.' })
  @ApiProblems(400, 401, 403, 404)
  async get(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<ItemDto> {
    return ItemDto.from(await this.items.get(caller.accountId, id));
  }

  @ApiOperation({ summary: 'Change an item; what is left out stays, null empties a field' })
  @Patch(':id')
  @ApiBody({ type: ChangeItemDto })
  @ApiOkResponse({ type: ItemDto, description: 'The item as it is now.' })
  @ApiProblems(400, 401, 403, 404, 409, 413, 415, 422)
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<ItemDto> {
    const changes = this.requests.item(ChangeItemDto, body);
    return ItemDto.from(await this.items.change(caller.accountId, id, changes));
  }

  @ApiOperation({ summary: 'Store an item under your own id, or replace the one that is there' })
  @Put('by-external-id/:external_id')
  @ApiBody({ type: PutItemDto })
  @ApiOkResponse({ type: ItemDto, description: 'The item, which was there before.' })
  @ApiCreatedResponse({ type: ItemDto, description: 'The item, which is new.' })
  @ApiProblems(400, 401, 403, 413, 415, 422)
  async put(
    @CurrentCaller() caller: Caller,
    @Param('external_id') externalId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemDto> {
    const values = this.requests.item(PutItemDto, body);
    const { external_id: id } = validRequest(ExternalIdPathDto, { external_id: externalId });
    const { entry, isNew } = await this.items.put(caller.accountId, id, values);
    void reply.status(isNew ? 201 : 200);
    return ItemDto.from(entry);
  }

  @ApiOperation({ summary: 'Remove an item for good; invoices stay as they are' })
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems(400, 401, 403, 404)
  async remove(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.items.remove(caller.accountId, id);
  }
}
