import { Injectable } from '@nestjs/common';
import { type AddressDto } from '../accounts/dto/party.dto.js';
import { type Organization } from '../accounts/organization.js';
import { OrganizationRequests } from '../accounts/organization-requests.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { type CompleteRequest } from './complete-request.js';
import { draftOf } from './draft.js';
import { InvoicePdfsService } from './invoice-pdfs.service.js';
import { type InvoiceDraft } from './invoice.js';
import { NextNumberService } from './next-number.service.js';

/** An invoice that shows every part of the letterhead; whole prices, as some currencies have no decimals. */
const sample: CompleteRequest = {
  recipient: {
    name: 'Sample Customer Ltd',
    email: 'accounts@example.com',
  },
  line_items: [
    { description: 'Consulting services', quantity: 10, unit_price: 150, tax_rate: 20 },
    {
      description: 'Printed handbook',
      details: 'Second edition',
      quantity: 3,
      unit_price: 25,
      tax_rate: 20,
    },
  ],
  reference: 'PO-4711',
  notes: 'This is what your invoices look like.',
};

/** In the organization's own country, where most invoices go. */
function sampleAddress({ address }: Organization): AddressDto {
  const country = address?.country;
  return {
    line1: '1 Market Street',
    postal_code: '62701',
    city: 'Springfield',
    ...(country !== undefined && { country }),
  };
}

/** Shows on a sample invoice what a profile would look like before it is saved. */
@Injectable()
export class LetterheadPreviewService {
  constructor(
    private readonly profiles: OrganizationRequests,
    private readonly numbers: NextNumberService,
    private readonly pdfs: InvoicePdfsService,
    private readonly clock: Clock,
  ) {}

  /**
   * A watermarked PDF on the letterhead that a body for `PUT /dashboard/organization` describes.
   * @throws InvalidRequest as that request does, RendererBusy, RenderTimeout
   */
  async render(accountId: string, body: unknown): Promise<Buffer> {
    const organization = await this.profiles.unsaved(accountId, body);
    const number = await this.numbers.inProfile(accountId, organization);
    return this.pdfs.preview(accountId, this.draft(organization), number);
  }

  private draft(organization: Organization): InvoiceDraft {
    const today = dayIn(organization.time_zone, this.clock.now());
    const recipient = { ...sample.recipient, address: sampleAddress(organization) };
    const request = { ...sample, recipient };
    const result = draftOf(request, { organization, today, source: 'dashboard' });
    if (!result.ok) throw new Error('The sample invoice is impossible.');
    return result.draft;
  }
}
