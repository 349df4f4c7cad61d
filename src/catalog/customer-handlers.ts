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
import { CustomersService } from './customers.service.js';
import {
  ChangeCustomerDto,
  CreateCustomerDto,
  CustomerDto,
  CustomerListDto,
  PutCustomerDto,
} from './dto/customer.dto.js';
import { ExternalIdPathDto } from './dto/external-id.field.js';
import { ListCustomersDto } from './dto/list-entries.dto.js';

/** The routes of customers, written once for both doors. */
@Injectable()
export abstract class CustomerHandlers {
  constructor(
    private readonly customers: CustomersService,
    private readonly requests: CatalogRequests,
  ) {}

  @ApiOperation({ summary: 'Store a customer' })
  @Post()
  @ApiBody({ type: CreateCustomerDto })
  @ApiCreatedResponse({ type: CustomerDto, description: 'The customer.' })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async create(@CurrentCaller() caller: Caller, @Body() body: unknown): Promise<CustomerDto> {
    const values = this.requests.customer(CreateCustomerDto, body);
    return CustomerDto.from(await this.customers.create(caller.accountId, values));
  }

  @ApiOperation({ summary: 'List customers, newest first' })
  @Get()
  @ApiQuery({ type: ListCustomersDto })
  @ApiOkResponse({ type: CustomerListDto, description: 'A page of customers, newest first.' })
  @ApiProblems(400, 401, 403, 422)
  async list(@CurrentCaller() caller: Caller, @Query() query: object): Promise<CustomerListDto> {
    const asked = validRequest(ListCustomersDto, { ...query });
    const page = await this.customers.page(caller.accountId, asked);
    return { ...page, data: page.data.map((each) => CustomerDto.from(each)) };
  }

  @ApiOperation({ summary: 'Read a customer' })
  @Get(':id')
  @ApiOkResponse({ type: CustomerDto, description: 'The customer.' })
  @ApiProblems(400, 401, 403, 404)
  async get(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<CustomerDto> {
    return CustomerDto.from(await this.customers.get(caller.accountId, id));
  }

  @ApiOperation({ summary: 'Change a customer; what is left out stays, null empties a field' })
  @Patch(':id')
  @ApiBody({ type: ChangeCustomerDto })
  @ApiOkResponse({ type: CustomerDto, description: 'The customer as it is now.' })
  @ApiProblems(400, 401, 403, 404, 409, 413, 415, 422)
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<CustomerDto> {
    const changes = this.requests.customer(ChangeCustomerDto, body);
    return CustomerDto.from(await this.customers.change(caller.accountId, id, changes));
  }

  @ApiOperation({ summary: 'Store a customer under your own id, or replace the one that is there' })
  @Put('by-external-id/:external_id')
  @ApiBody({ type: PutCustomerDto })
  @ApiOkResponse({ type: CustomerDto, description: 'The customer, which was there before.' })
  @ApiCreatedResponse({ type: CustomerDto, description: 'The customer, which is new.' })
  @ApiProblems(400, 401, 403, 413, 415, 422)
  async put(
    @CurrentCaller() caller: Caller,
    @Param('external_id') externalId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomerDto> {
    const values = this.requests.customer(PutCustomerDto, body);
    const { external_id: id } = validRequest(ExternalIdPathDto, { external_id: externalId });
    const { entry, isNew } = await this.customers.put(caller.accountId, id, values);
    void reply.status(isNew ? 201 : 200);
    return CustomerDto.from(entry);
  }

  @ApiOperation({ summary: 'Remove a customer for good; invoices stay as they are' })
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems(400, 401, 403, 404)
  async remove(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.customers.remove(caller.accountId, id);
  }
}
