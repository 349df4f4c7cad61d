import { Injectable } from '@nestjs/common';
import { Database } from '../common/database/database.js';
import { EntriesRepository } from './entries.repository.js';
import { entryColumns, type EntryTable } from './entry-rows.js';
import { type Item, itemText } from './item.js';

const items: EntryTable<Item> = {
  name: 'items',
  columns: {
    ...entryColumns,
    description: 'text',
    details: 'text',
    unit: 'text',
    unit_code: 'text',
    unit_price: 'text',
    currency: 'text',
    tax_rate: 'text',
    taxes: 'json',
  },
  text: itemText,
};

/** The items that an account sells. */
@Injectable()
export class ItemsRepository extends EntriesRepository<Item> {
  constructor(database: Database) {
    super(database, items);
  }
}
