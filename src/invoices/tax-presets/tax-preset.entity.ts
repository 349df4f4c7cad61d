import { Column, Entity, Index } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../../common/database/columns.js';
import { type TaxCategory } from '../../money/tax-category.js';

/** A tax that an account uses again and again; invoices keep a copy of it and no reference. */
@Entity('tax_presets')
@Index('uq_tax_presets_name', ['account_id', 'name'], { unique: true })
export class TaxPresetEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_tax_presets_account', 'CASCADE') @IdColumn() account_id: string;
  @TextColumn(100) name: string;
  /** The name as it is printed. */
  @TextColumn(50) tax_name: string;
  /** Percent as decimal text. */
  @ExactColumn(20) rate: string;
  @ExactColumn(2) category: TaxCategory;
  @Column('smallint') compound: number;
  @TextColumn(300, { nullable: true }) exemption_reason: string | null;
  @InstantColumn() created_at: string;
}
