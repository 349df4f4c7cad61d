import { Column, Entity, Index } from 'typeorm';
import {
  BytesColumn,
  ExactColumn,
  IdColumn,
  InstantColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';

/** An uploaded file. Invoices hold copies of all of it but its bytes, which stand last so that the rest is read without them. */
@Entity('attachments')
@Index('ix_attachments_account', ['account_id', 'used', 'size'])
@Index('ix_attachments_unused', ['used', 'created_at'])
export class AttachmentEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_attachments_account', 'CASCADE') @IdColumn() account_id: string;
  @TextColumn(200) file_name: string;
  @ExactColumn(100) content_type: string;
  @Column('int') size: number;
  @ExactColumn(64) sha256: string;
  /** 1 once an invoice or a schedule refers to it: it is kept from then on. */
  @Column('smallint') used: number;
  @InstantColumn() created_at: string;
  @BytesColumn() bytes: Buffer;
}
