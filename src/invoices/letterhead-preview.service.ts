import { Injectable } from '@nestjs/common';
import { OrganizationRequests } from '../accounts/organization-requests.js';
import { InvoicePdfsService } from './invoice-pdfs.service.js';
import { NextNumberService } from './next-number.service.js';
import { SampleInvoices } from './sample-invoices.js';

/** Shows on a sample invoice what a profile would look like before it is saved. */
@Injectable()
export class LetterheadPreviewService {
  constructor(
    private readonly profiles: OrganizationRequests,
    private readonly numbers: NextNumberService,
    private readonly pdfs: InvoicePdfsService,
    private readonly samples: SampleInvoices,
  ) {}

  /**
   * A watermarked PDF on the letterhead that a body for `PUT /dashboard/organization` describes.
   * @throws InvalidRequest as that request does, RendererBusy, RenderTimeout
   */
  async render(accountId: string, body: unknown): Promise<Buffer> {
    const organization = await this.profiles.unsaved(accountId, body);
    const number = await this.numbers.inProfile(accountId, organization);
    return this.pdfs.preview(accountId, this.samples.draft(organization), number);
  }
}
