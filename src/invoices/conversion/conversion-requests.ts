import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../../accounts/organizations.service.js';
import { CustomersService } from '../../catalog/customers.service.js';
import { InvalidRequest } from '../../common/errors/app-error.js';
import { type Caller } from '../../common/http/caller.js';
import { readRequest } from '../../common/http/read-request.js';
import { GlyphCoverage } from '../../pdf/glyph-coverage.js';
import { unprintableFaults } from '../../pdf/unprintable-faults.js';
import { ownFormatFaults } from '../e-invoicing/e-invoice-faults.js';
import { unprinted } from '../invoice-looks.js';
import { keptReferences } from '../invoice-creation.js';
import { numberingOf } from '../invoice-numbering.js';
import { type IssuableInvoice } from '../invoice-requests.js';
import { type Invoice } from '../invoice.js';
import { distinct, requestFaults } from '../request-faults.js';
import { convertedDraft } from './converted-draft.js';
import { ConvertDocumentDto } from './dto/convert-document.dto.js';

/** Reads what is said of the invoice that a document becomes, or says everything that is wrong with it. */
@Injectable()
export class ConversionRequests {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly customers: CustomersService,
    private readonly coverage: GlyphCoverage,
  ) {}

  /** The invoice of a document; stores nothing. @throws InvalidRequest */
  async check(caller: Caller, document: Invoice, body: unknown): Promise<IssuableInvoice> {
    const { accountId, source } = caller;
    const { profile, today } = await this.organizations.today(accountId);
    const { value: request, faults, isRead } = readRequest(ConvertDocumentDto, body);
    if (!isRead) throw new InvalidRequest(faults);
    const all = distinct([
      ...faults,
      ...requestFaults(request, { ...profile, today }),
      ...unprintableFaults(this.coverage, request, unprinted),
    ]);
    if (all.length > 0) throw new InvalidRequest(all);
    const { customerId } = document;
    const termsDays = await this.customerTermsDays(accountId, customerId);
    const organization = {
      ...profile,
      payment_terms_days: termsDays ?? profile.payment_terms_days,
    };
    const draft = convertedDraft(document, request, { organization, today, source });
    if (!('status' in draft)) throw new InvalidRequest(draft);
    const unready = ownFormatFaults(draft);
    if (unready.length > 0) throw new InvalidRequest(unready);
    const references = keptReferences(customerId, document.lines);
    return { draft, numbering: numberingOf(request, profile), references };
  }

  /** The terms of a customer who may have none, or may be gone since. */
  private async customerTermsDays(
    accountId: string,
    customerId: string | null,
  ): Promise<number | null> {
    if (customerId === null) return null;
    const known = await this.customers.known(accountId, { ids: [customerId], externalIds: [] });
    return known.byId.get(customerId)?.payment_terms_days ?? null;
  }
}
