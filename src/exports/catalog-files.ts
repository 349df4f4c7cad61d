import { Injectable } from '@nestjs/common';
import { CustomersService } from '../catalog/customers.service.js';
import { CustomerDto } from '../catalog/dto/customer.dto.js';
import { ItemDto } from '../catalog/dto/item.dto.js';
import { ItemsService } from '../catalog/items.service.js';
import { jsonArray } from './json-array.js';
import { type ZipEntry } from './zip.js';

/** An account's customers and items as files of a ZIP. */
@Injectable()
export class CatalogFiles {
  constructor(
    private readonly customers: CustomersService,
    private readonly items: ItemsService,
  ) {}

  /** customers.json and items.json, each entry as the API answers it, archived ones as well. */
  *of(accountId: string, modifiedAt: Date): Generator<ZipEntry> {
    const customers = jsonArray(this.customers.all(accountId), (each) => CustomerDto.from(each));
    yield { name: 'customers.json', content: customers, modifiedAt, compress: true };
    const items = jsonArray(this.items.all(accountId), (each) => ItemDto.from(each));
    yield { name: 'items.json', content: items, modifiedAt, compress: true };
  }
}
