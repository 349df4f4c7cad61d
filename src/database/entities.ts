import {
  AccountEntity,
  EmailChangeEntity,
  KnownBrowserEntity,
  LogoEntity,
  PasswordResetEntity,
  SessionEntity,
  UserEntity,
} from '../accounts/account.entity.js';
import { AttachmentEntity } from '../attachments/attachment.entity.js';
import { AttemptsEntity } from '../attempts/attempts.entity.js';
import { AuditLogEntity } from '../audit/audit-log.entity.js';
import { BatchEntity, BatchRowEntity } from '../batches/batch.entity.js';
import { ImportedInvoiceEntity, ImportEntity } from '../imports/import.entity.js';
import { MailSettingsEntity } from '../delivery/mail-settings.entity.js';
import { CustomerEntity } from '../catalog/customer.entity.js';
import { ItemEntity } from '../catalog/item.entity.js';
import { DocumentEntity } from '../documents/document.entity.js';
import {
  IdempotencyKeyEntity,
  InvoiceEntity,
  InvoiceLineEntity,
  InvoiceTaxEntity,
  NumberSeriesEntity,
} from '../invoices/invoice.entity.js';
import { MonthTotalEntity } from '../invoices/month-total.entity.js';
import { SteppedOverNumberEntity } from '../invoices/series/stepped-over-number.entity.js';
import { TaxPresetEntity } from '../invoices/tax-presets/tax-preset.entity.js';
import { ApiKeyEntity } from '../keys/api-key.entity.js';
import { KeyTrafficEntity } from '../keys/key-traffic.entity.js';
import { OutboxEntity } from '../mail/outbox.entity.js';
import { ScheduleEntity, ScheduleOccurrenceEntity } from '../recurring/schedule.entity.js';
import { ShareLinkEntity } from '../sharing/share-link.entity.js';
import { PasskeyChallengeEntity, PasskeyEntity } from '../two-factor/passkey.entity.js';
import { RecoveryCodeEntity, TwoFactorEntity } from '../two-factor/two-factor.entity.js';
import { WebhookDeliveryEntity } from '../webhooks/webhook-delivery.entity.js';
import { WebhookEndpointEntity } from '../webhooks/webhook-endpoint.entity.js';

/** Every table, for TypeORM and for the drift check. */
export const entities = [
  AccountEntity,
  UserEntity,
  SessionEntity,
  LogoEntity,
  ApiKeyEntity,
  InvoiceEntity,
  InvoiceLineEntity,
  InvoiceTaxEntity,
  DocumentEntity,
  NumberSeriesEntity,
  SteppedOverNumberEntity,
  MonthTotalEntity,
  TaxPresetEntity,
  IdempotencyKeyEntity,
  OutboxEntity,
  MailSettingsEntity,
  PasswordResetEntity,
  AuditLogEntity,
  KnownBrowserEntity,
  AttemptsEntity,
  KeyTrafficEntity,
  ShareLinkEntity,
  EmailChangeEntity,
  TwoFactorEntity,
  RecoveryCodeEntity,
  PasskeyEntity,
  PasskeyChallengeEntity,
  BatchEntity,
  BatchRowEntity,
  ImportEntity,
  ImportedInvoiceEntity,
  WebhookEndpointEntity,
  WebhookDeliveryEntity,
  ScheduleEntity,
  ScheduleOccurrenceEntity,
  CustomerEntity,
  ItemEntity,
  AttachmentEntity,
];
