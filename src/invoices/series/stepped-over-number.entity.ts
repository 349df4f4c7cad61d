import { Entity, PrimaryColumn } from 'typeorm';
import {
  InstantColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../../common/database/columns.js';

/** A place of a series that no invoice has, because its number was an invoice's own number already. */
@Entity('stepped_over_numbers')
export class SteppedOverNumberEntity {
  @References('AccountEntity', 'fk_stepped_over_numbers_account', 'CASCADE')
  @PrimaryIdColumn()
  account_id: string;
  @PrimaryColumn('varchar', { length: 20, charset: 'ascii', collation: 'ascii_bin' })
  series: string;
  @PrimaryColumn('varchar', { length: 7, charset: 'ascii', collation: 'ascii_bin' }) period: string;
  @PrimaryColumn('int') sequence: number;
  @TextColumn(40) number: string;
  @InstantColumn() created_at: string;
}
