import { type Check, list } from '../../common/http/checks.js';
import { Answer, emailAddress, emailSchema, Field, Text } from '../../common/http/fields.js';
import { type Mail, type MailStatus } from '../../mail/mail.js';

const recipientsMax = 10;
const asList = list(1, recipientsMax);

const emailAddresses: Check = (value) => {
  const problem = asList(value);
  if (problem !== undefined) return problem;
  for (const [index, entry] of (value as unknown[]).entries()) {
    const wrong = emailAddress(entry);
    if (wrong !== undefined) {
      return { ...wrong, message: `Entry ${index + 1}: ${wrong.message}` };
    }
  }
  return undefined;
};

export class SendEmailDto {
  @Field(
    { type: 'array', items: emailSchema, minItems: 1, maxItems: recipientsMax },
    emailAddresses,
    {
      optional: true,
      description: 'Who gets the mail; the recipient of the invoice when left out.',
      example: ['billing@acme.com'],
    },
  )
  to?: string[];

  @Text({
    max: 200,
    optional: true,
    description: 'Subject; "Invoice … from …" when left out.',
    example: 'Your invoice of January',
  })
  subject?: string;

  @Text({
    max: 5_000,
    multiline: true,
    linesMax: 200,
    optional: true,
    description: 'What to say above the details of the invoice.',
  })
  message?: string;
}

export class EmailDto {
  @Answer({ type: 'string', description: 'Id of the mail.' }) id: string;
  @Answer({ type: 'array', items: emailSchema, description: 'Who gets it.' }) to: string[];
  @Answer({ type: 'string', description: 'Its subject.' }) subject: string;
  @Answer({
    type: 'string',
    enum: ['queued', 'sent', 'failed'],
    description: '`sent` means that the mail server has taken it.',
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

  static from(mail: Mail): EmailDto {
    return {
      id: mail.id,
      to: [...mail.to],
      subject: mail.subject,
      status: mail.status,
      attempts: mail.attempts,
      error: mail.failure,
      created_at: mail.createdAt,
      sent_at: mail.sentAt,
    };
  }
}

export class EmailListDto {
  @Answer({ type: () => EmailDto, isArray: true, description: 'At most 100, newest first.' })
  data: EmailDto[];
}
