import { Answer, Email, LanguageField } from '../../common/http/fields.js';
import { type MailSettings } from '../mail-settings.js';
import { type MailTemplate } from '../texts/mail-text.js';
import { OwnMailTextsField } from './mail-texts.fields.js';
import { RenderedMailDto } from './rendered-mail.dto.js';

const textsDescription =
  'Subjects and messages by language, with placeholders such as `{{invoice_number}}`. Those of "de" also hold for "de-CH". What is left out is Finvo’s own text in that language. They are for invoices; the mail of any other paper has Finvo’s own text.';
const textsExample = {
  en: {
    subject: 'Invoice {{invoice_number}}',
    message: 'Dear {{recipient_name}},\n\nplease pay {{total}} by {{due_date}}.',
  },
};

/** The settings as they are written, and as they are read. */
export class MailSettingsDto {
  @OwnMailTextsField({ optional: true, description: textsDescription, example: textsExample })
  texts?: Record<string, Partial<MailTemplate>> | null;

  @Email({
    optional: true,
    description: 'Who gets an unseen copy (Bcc) of every mail with an invoice; none when left out.',
    example: 'copies@example.com',
  })
  copy_to?: string | null;

  static from({ texts, copyTo }: MailSettings): MailSettingsDto {
    return { texts: { ...texts }, copy_to: copyTo };
  }

  /** Languages without a text of their own are not kept. */
  static read({ texts, copy_to: copyTo }: MailSettingsDto): MailSettings {
    const entries = Object.entries(texts ?? {}).filter(([, text]) => Object.keys(text).length > 0);
    return { texts: Object.fromEntries(entries), copyTo: copyTo ?? null };
  }
}

export class PreviewMailTextsDto {
  @LanguageField({ description: 'Language of the invoice that is mailed.', example: 'de' })
  language: string;

  @OwnMailTextsField({ optional: true, description: textsDescription, example: textsExample })
  texts?: Record<string, Partial<MailTemplate>> | null;
}

export class MailTemplateDto {
  @Answer({ type: 'string', description: 'Subject with its placeholders.' }) subject: string;
  @Answer({ type: 'string', description: 'Message with its placeholders.' }) message: string;
}

export class MailTextsPreviewDto extends RenderedMailDto {
  @Answer({
    type: () => MailTemplateDto,
    description: 'What stands where the language has no text of its own.',
  })
  usual: MailTemplateDto;
}
