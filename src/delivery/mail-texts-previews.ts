import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { addDays } from '../invoices/domain/days.js';
import { draftLanguages } from '../invoices/draft-languages.js';
import { noLanguage } from '../common/i18n/second-language.js';
import { type MailTextsPreviewDto } from './dto/mail-settings.dto.js';
import { type MailedInvoice } from './invoice-mail-text.js';
import { invoiceMailWords } from './invoice-mail-words.js';
import { renderedMail } from './rendered-mail.js';
import { type OwnMailTexts } from './texts/mail-text.js';
import { mailTextsOf } from './texts/mail-texts-of.js';

const usualTermsDays = 14;

/** Shows on a sample invoice what texts would look like before they are saved. */
@Injectable()
export class MailTextsPreviews {
  constructor(private readonly organizations: OrganizationsService) {}

  /** The mail of a sample invoice in a language, written with these texts; nothing is stored. */
  async render(
    accountId: string,
    language: string,
    texts: OwnMailTexts,
  ): Promise<MailTextsPreviewDto> {
    const invoice = await this.sample(accountId, language);
    const { [language]: _, ...inherited } = texts;
    return {
      ...renderedMail(invoice, invoiceMailWords(invoice, texts)),
      usual: { ...mailTextsOf(language, inherited, 'invoice') },
    };
  }

  private async sample(accountId: string, language: string): Promise<MailedInvoice> {
    const { profile: organization, today: date } = await this.organizations.today(accountId);
    const { currency, name, payment_terms_days: termsDays } = organization;
    return {
      ...draftLanguages({ language, second_language: noLanguage }, organization),
      type: 'invoice',
      number: { number: 'INV-0042', series: null, period: null, sequence: null },
      date,
      dueDate: addDays(date, termsDays ?? usualTermsDays) ?? null,
      validUntil: null,
      currency,
      reference: 'PO-4711',
      totalMinor: 150_000n,
      settlement: { amountDueMinor: 150_000n },
      organization: { name },
      recipient: { name: 'Sample Customer Ltd' },
    };
  }
}
