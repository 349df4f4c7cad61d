import { Entity, Index } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  PrimaryIdColumn,
  References,
} from '../common/database/columns.js';

/**
 * A link to an invoice. The token is stored as it is, because its owner copies it again and again, and
 * it opens nothing that does not lie in the same database (docs/decisions/0018).
 */
@Entity('share_links')
@Index('uq_share_links_token', ['token'], { unique: true })
@Index('ix_share_links_invoice', ['invoice_id'])
@Index('ix_share_links_account', ['account_id'])
export class ShareLinkEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_share_links_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  @References('InvoiceEntity', 'fk_share_links_invoice', 'CASCADE')
  @IdColumn()
  invoice_id: string;
  @ExactColumn(64) token: string;
  @InstantColumn() created_at: string;
  @InstantColumn() expires_at: string;
  @InstantColumn({ nullable: true }) revoked_at: string | null;
}
