import { Injectable } from '@nestjs/common';
import { type AddressDto } from '../accounts/dto/party.dto.js';
import { type Organization } from '../accounts/organization.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { TemplateChoice } from '../pdf/template-choice.js';
import { type CompleteRequest } from './complete-request.js';
import { draftOf } from './draft.js';
import { type InvoiceDraft } from './invoice.js';

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

/** Invoices that are only made to be looked at. */
@Injectable()
export class SampleInvoices {
  constructor(
    private readonly templates: TemplateChoice,
    private readonly clock: Clock,
  ) {}

  /** One of today on the letterhead of this organization. */
  draft(organization: Organization): InvoiceDraft {
    const result = draftOf(
      { ...sample, recipient: { ...sample.recipient, address: sampleAddress(organization) } },
      {
        organization,
        today: dayIn(organization.time_zone, this.clock.now()),
        source: 'dashboard',
        templateVersion: (name) => this.templates.version(name),
      },
    );
    if (!result.ok) throw new Error('The sample invoice is impossible.');
    return result.draft;
  }
}
