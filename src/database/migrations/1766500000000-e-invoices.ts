import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './create-table.js';

const party = {
  registration_scheme: 'ascii(4) NULL',
  contact_name: 'text(100) NULL',
  electronic_addresses: 'longtext NULL',
};
const columns = {
  accounts: { ...party, e_invoice_format: 'ascii(20) NULL' },
  customers: { ...party, buyer_reference: 'text(100) NULL' },
  items: { unit_code: 'ascii(3) NULL' },
  invoices: {
    particulars: 'longtext NULL',
    format: 'ascii(20) NULL',
    prepaid_minor: 'bigint NULL',
  },
  invoice_lines: { unit_code: 'ascii(3) NULL', period: 'longtext NULL' },
};

/** What electronic invoices say beside what is printed on every invoice. */
export class EInvoices1766500000000 implements MigrationInterface {
  readonly name = 'EInvoices1766500000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}
