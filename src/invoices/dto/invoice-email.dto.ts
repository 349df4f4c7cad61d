import { Answer } from '../../common/http/fields.js';
import { type InvoiceEmail } from '../invoice-email.js';

/** How the mails of an invoice fare; each of them is in its list of e-mails. */
export class InvoiceEmailDto {
  @Answer({
    type: 'string',
    enum: ['queued', 'sent', 'failed'],
    description: 'What became of the latest mail; `sent` means that the mail server has taken it.',
  })
  status: InvoiceEmail['status'];

  @Answer({
    type: ['string', 'null'],
    format: 'date-time',
    description: 'When a mail was last sent.',
  })
  last_sent_at: string | null;

  @Answer({
    type: ['string', 'null'],
    description: 'Why the latest mail was not sent, or which addresses were refused.',
  })
  error: string | null;

  static from(email: InvoiceEmail | null): InvoiceEmailDto | null {
    if (email === null) return null;
    return { status: email.status, last_sent_at: email.lastSentAt, error: email.failure };
  }
}
