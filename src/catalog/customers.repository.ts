import { Injectable } from '@nestjs/common';
import { Database } from '../common/database/database.js';
import { type Customer, customerText } from './customer.js';
import { EntriesRepository } from './entries.repository.js';
import { entryColumns, type EntryTable } from './entry-rows.js';

const customers: EntryTable<Customer> = {
  name: 'customers',
  columns: {
    ...entryColumns,
    name: 'text',
    email: 'text',
    phone: 'text',
    website: 'text',
    tax_id: 'text',
    registration_number: 'text',
    registration_scheme: 'text',
    contact_name: 'text',
    electronic_addresses: 'json',
    buyer_reference: 'text',
    address: 'json',
    language: 'text',
    currency: 'text',
    payment_terms_days: 'number',
    notes: 'text',
  },
  text: customerText,
};

/** The customers of an account. */
@Injectable()
export class CustomersRepository extends EntriesRepository<Customer> {
  constructor(database: Database) {
    super(database, customers);
  }
}
