import { Column, Entity, Index } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';
import { type ItemTaxDto } from './dto/tax.dto.js';

/** An item; lines of invoices hold copies of what they print and never look here again. */
@Entity('items')
@Index('uq_items_external_id', ['account_id', 'external_id'], { unique: true })
@Index('ix_items_account', ['account_id', 'archived', 'id'])
export class ItemEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_items_account', 'CASCADE') @IdColumn() account_id: string;
  @ExactColumn(200, { nullable: true }) external_id: string | null;
  @Column('smallint') archived: number;
  @TextColumn(1000) description: string;
  @TextColumn(1000, { nullable: true }) details: string | null;
  @TextColumn(50, { nullable: true }) unit: string | null;
  /** Decimal text, as are rates. */
  @ExactColumn(20, { nullable: true }) unit_price: string | null;
  @ExactColumn(3, { nullable: true }) currency: string | null;
  @ExactColumn(20, { nullable: true }) tax_rate: string | null;
  @JsonColumn({ nullable: true }) taxes: ItemTaxDto[] | null;
  @JsonColumn() metadata: Record<string, string>;
  /** Description and external id in lower case. */
  @TextColumn(1300) search_text: string;
  /** Counts changes, so that each of them changes the row. */
  @Column('int') revision: number;
  @InstantColumn() created_at: string;
  @InstantColumn() updated_at: string;
  @ExactColumn(3, { nullable: true }) unit_code: string | null;
}
