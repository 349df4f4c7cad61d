import { Injectable } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { type Upsert } from './catalog-entry.js';
import { type Customer } from './customer.js';
import { CustomersRepository } from './customers.repository.js';
import { type Item } from './item.js';
import { ItemsRepository } from './items.repository.js';

/** What a request stores beside what it makes. */
export interface UpsertSet {
  readonly customer: Upsert<Customer> | undefined;
  readonly items: readonly Upsert<Item>[];
}

/** Stores customers and items inside the transaction of what refers to them: all of it, or nothing. */
@Injectable()
export class CatalogUpserts {
  constructor(
    private readonly customers: CustomersRepository,
    private readonly items: ItemsRepository,
  ) {}

  /** Answers the id under which the customer stands, if the set has one. */
  async storeIn(
    session: SqlSession,
    accountId: string,
    { customer, items }: UpsertSet,
  ): Promise<string | undefined> {
    const id = customer && (await this.customers.upsertIn(session, accountId, customer));
    for (const item of items) await this.items.upsertIn(session, accountId, item);
    return id;
  }
}
