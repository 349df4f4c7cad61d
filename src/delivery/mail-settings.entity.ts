import { Entity } from 'typeorm';
import { JsonColumn, PrimaryIdColumn, References, TextColumn } from '../common/database/columns.js';
import { type OwnMailTexts } from './texts/mail-text.js';

/** What an account has set for its mails; accounts that never did have no row. */
@Entity('mail_settings')
export class MailSettingsEntity {
  @References('AccountEntity', 'fk_mail_settings_account', 'CASCADE')
  @PrimaryIdColumn()
  account_id: string;
  @JsonColumn() texts: OwnMailTexts;
  @TextColumn(254, { nullable: true }) copy_to: string | null;
}
