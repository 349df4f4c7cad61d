import { Column, Entity, Index } from 'typeorm';
import { type AddressDto } from '../accounts/dto/party.dto.js';
import { type ElectronicAddress } from '../accounts/organization.js';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';

/** A customer; invoices hold copies of what they print, and of its id, and never look here again. */
@Entity('customers')
@Index('uq_customers_external_id', ['account_id', 'external_id'], { unique: true })
@Index('ix_customers_account', ['account_id', 'archived', 'id'])
export class CustomerEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_customers_account', 'CASCADE') @IdColumn() account_id: string;
  @ExactColumn(200, { nullable: true }) external_id: string | null;
  @Column('smallint') archived: number;
  @TextColumn(200) name: string;
  @TextColumn(254, { nullable: true }) email: string | null;
  @TextColumn(50, { nullable: true }) phone: string | null;
  @TextColumn(200, { nullable: true }) website: string | null;
  @TextColumn(50, { nullable: true }) tax_id: string | null;
  @TextColumn(50, { nullable: true }) registration_number: string | null;
  @JsonColumn({ nullable: true }) address: AddressDto | null;
  @ExactColumn(35, { nullable: true }) language: string | null;
  @ExactColumn(3, { nullable: true }) currency: string | null;
  @Column('int', { nullable: true }) payment_terms_days: number | null;
  @LongTextColumn({ nullable: true }) notes: string | null;
  @JsonColumn() metadata: Record<string, string>;
  /** Name, mail address and ids in lower case. */
  @TextColumn(1300) search_text: string;
  /** Counts changes, so that each of them changes the row. */
  @Column('int') revision: number;
  @InstantColumn() created_at: string;
  @InstantColumn() updated_at: string;
  @ExactColumn(4, { nullable: true }) registration_scheme: string | null;
  @TextColumn(100, { nullable: true }) contact_name: string | null;
  @JsonColumn({ nullable: true }) electronic_addresses: readonly ElectronicAddress[] | null;
  @TextColumn(100, { nullable: true }) buyer_reference: string | null;
}
