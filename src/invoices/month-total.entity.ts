import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PrimaryIdColumn, References } from '../common/database/columns.js';

/** What an account has invoiced in a month and currency, written with every document that changes it. */
@Entity('month_totals')
export class MonthTotalEntity {
  @References('AccountEntity', 'fk_month_totals_account', 'CASCADE')
  @PrimaryIdColumn()
  account_id: string;
  /** `YYYY-MM` of the date of the invoice. */
  @PrimaryColumn('varchar', { length: 7, charset: 'ascii', collation: 'ascii_bin' }) month: string;
  @PrimaryColumn('varchar', { length: 3, charset: 'ascii', collation: 'ascii_bin' })
  currency: string;
  @Column('bigint') invoices: string;
  /** Sums of the millions and of the rest of minor units, because SQLite's integers end at 2^63. */
  @Column('bigint') millions: string;
  @Column('bigint') rest: string;
}
