import { Column, Entity, Index } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  PrimaryIdColumn,
  References,
} from '../common/database/columns.js';
import { type DeliveryError, type DeliveryEvent, type DeliveryStatus } from './webhook.js';

/** One event on its way to one endpoint; its id is the webhook-id of every attempt. */
@Entity('webhook_deliveries')
@Index('ix_webhook_deliveries_due', ['status', 'due_at'])
@Index('ix_webhook_deliveries_endpoint', ['endpoint_id', 'id'])
@Index('ix_webhook_deliveries_account', ['account_id'])
@Index('ix_webhook_deliveries_created', ['created_at'])
export class WebhookDeliveryEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_webhook_deliveries_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  @References('WebhookEndpointEntity', 'fk_webhook_deliveries_endpoint', 'CASCADE')
  @IdColumn()
  endpoint_id: string;
  @ExactColumn(40) event: DeliveryEvent;
  /** The body, byte for byte as it is signed and sent. */
  @LongTextColumn() payload: string;
  @ExactColumn(10) status: DeliveryStatus;
  /** How often sending was begun. */
  @Column('int') attempts: number;
  /** When it may be sent next. */
  @InstantColumn() due_at: string;
  /** The process that is sending it, and until when nobody else may. */
  @ExactColumn(32, { nullable: true }) worker: string | null;
  @InstantColumn({ nullable: true }) leased_until: string | null;
  @Column('int', { nullable: true }) last_status_code: number | null;
  @ExactColumn(30, { nullable: true }) last_error: DeliveryError | null;
  @InstantColumn() created_at: string;
  @InstantColumn({ nullable: true }) delivered_at: string | null;
}
