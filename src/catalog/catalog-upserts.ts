import { Injectable } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { type CatalogEntry, holds, type Upsert } from './catalog-entry.js';
import { type Customer } from './customer.js';
import { CustomersRepository } from './customers.repository.js';
import { type Item } from './item.js';
import { ItemsRepository } from './items.repository.js';

/** What a request stores beside what it makes. */
export interface UpsertSet {
  readonly customer: Upsert<Customer> | undefined;
  readonly items: readonly Upsert<Item>[];
}

/** The ids under which a set stands; those of items by their external ids. */
export interface StoredSet {
  readonly customerId: string | undefined;
  readonly itemIds: ReadonlyMap<string, string>;
}

/** Stores customers and items inside the transaction of what refers to them: all of it, or nothing. */
@Injectable()
export class CatalogUpserts {
  constructor(
    private readonly customers: CustomersRepository,
    private readonly items: ItemsRepository,
  ) {}

  /** Answers the ids under which the customer, if the set has one, and the items stand. */
  async storeIn(
    session: SqlSession,
    accountId: string,
    { customer, items }: UpsertSet,
  ): Promise<StoredSet> {
    const customerId = customer && (await this.customers.upsertIn(session, accountId, customer));
    const itemIds = new Map<string, string>();
    for (const item of items)
      itemIds.set(item.externalId, await this.items.upsertIn(session, accountId, item));
    return { customerId, itemIds };
  }
}

/** Ids and external ids of the entries that a set adds or changes: who refers to one of them reads something new. */
export function touchedBy({ customer, items }: UpsertSet): string[] {
  return [...touched(customer), ...items.flatMap((item) => touched(item))];
}

function touched<E extends CatalogEntry>(upsert: Upsert<E> | undefined): string[] {
  if (upsert === undefined) return [];
  const { known, changes, externalId } = upsert;
  if (known === undefined) return [externalId];
  return holds(known, changes) ? [] : [externalId, known.id];
}
