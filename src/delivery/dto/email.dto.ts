import { listOf } from '../../common/http/checks.js';
import { Answer, emailAddress, emailSchema, Field, Text } from '../../common/http/fields.js';
import { type Mail, type MailStatus } from '../../mail/mail.js';

/** How many addresses a request may name in all. */
export const recipientsMax = 10;
const addressListSchema = {
  type: 'array',
  items: emailSchema,
  minItems: 1,
  maxItems: recipientsMax,
};

const emailAddresses = listOf(1, recipientsMax, emailAddress);

export class SendEmailDto {
  @Field(addressListSchema, emailAddresses, {
    optional: true,
    description: 'Who gets the mail; the recipient of the invoice when left out.',
    example: ['billing@acme.com'],
  })
  to?: string[];

  @Field(addressListSchema, emailAddresses, {
    optional: true,
    description: 'Who gets a copy that everybody sees. With `to` and `bcc` at most 10 addresses.',
  })
  cc?: string[];

  @Field(addressListSchema, emailAddresses, {
    optional: true,
    description: 'Who gets a copy that nobody else sees.',
  })
  bcc?: string[];

  @Text({
    max: 200,
    optional: true,
    description:
      'Subject, as it is; the text of the account for the invoice’s language when left out.',
    example: 'Your invoice of January',
  })
  subject?: string;

  @Text({
    max: 5_000,
    multiline: true,
    linesMax: 200,
    optional: true,
    description:
      'What to say above the details of the invoice, as it is; the text of the account for its language when left out.',
  })
  message?: string;
}

export class EmailDto {
  @Answer({ type: 'string', description: 'Id of the mail.' }) id: string;
  @Answer({ type: 'array', items: emailSchema, description: 'Who gets it.' }) to: string[];
  @Answer({ type: 'array', items: emailSchema, description: 'Who gets a copy.' }) cc: string[];
  @Answer({ type: 'array', items: emailSchema, description: 'Who gets an unseen copy.' })
  bcc: string[];
  @Answer({ type: 'string', description: 'Its subject.' }) subject: string;
  @Answer({ type: ['string', 'null'], description: 'What it says above the details.' })
  message: string | null;
  @Answer({
    type: 'string',
    enum: ['queued', 'sent', 'failed'],
    description:
      '`sent` means that the mail server has taken it for somebody in `to`; `queued` that it is tried, or will be tried again.',
  })
  status: MailStatus;
  @Answer({ type: 'integer', description: 'How often sending was begun.' }) attempts: number;
  @Answer({
    type: ['string', 'null'],
    description: 'Why the last attempt failed, or which addresses the mail server refused.',
  })
  error: string | null;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was asked for.' })
  created_at: string;
  @Answer({ type: ['string', 'null'], format: 'date-time', description: 'When it was sent.' })
  sent_at: string | null;
  @Answer({ type: ['string', 'null'], description: 'The mail that this one repeats.' })
  resend_of: string | null;

  static from(mail: Mail): EmailDto {
    return {
      id: mail.id,
      to: [...mail.to],
      cc: [...mail.cc],
      bcc: [...mail.bcc],
      subject: mail.subject,
      message: mail.message,
      status: mail.status,
      attempts: mail.attempts,
      error: mail.failure,
      created_at: mail.createdAt,
      sent_at: mail.sentAt,
      resend_of: mail.resendOf,
    };
  }
}

export class EmailListDto {
  @Answer({ type: () => EmailDto, isArray: true, description: 'At most 100, newest first.' })
  data: EmailDto[];
}
