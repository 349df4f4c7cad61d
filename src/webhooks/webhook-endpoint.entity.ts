import { Entity, Index } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';
import { type InvoiceEventType } from '../invoices/invoice-events.js';
import { type DisabledReason } from './webhook.js';

/** Where events of an account go; its secrets are sealed, because signing needs them again (docs/decisions/0019). */
@Entity('webhook_endpoints')
@Index('ix_webhook_endpoints_account', ['account_id'])
export class WebhookEndpointEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_webhook_endpoints_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  @TextColumn(2000) url: string;
  @TextColumn(200, { nullable: true }) description: string | null;
  @JsonColumn() events: InvoiceEventType[];
  @ExactColumn(100) secret: string;
  /** The secret before the last rotation, and until when it signs as well. */
  @ExactColumn(100, { nullable: true }) previous_secret: string | null;
  @InstantColumn({ nullable: true }) previous_secret_until: string | null;
  @InstantColumn({ nullable: true }) disabled_at: string | null;
  @ExactColumn(10, { nullable: true }) disabled_reason: DisabledReason | null;
  /** The first failure since the last success. */
  @InstantColumn({ nullable: true }) failing_since: string | null;
  @InstantColumn() created_at: string;
}
