import { Injectable } from '@nestjs/common';
import { type Caller } from '../../common/http/caller.js';
import { convertibleTypes } from '../domain/document-type.js';
import { type Created } from '../idempotent-issuing.js';
import { type Invoice, type IssuedInvoice, isIssued } from '../invoice.js';
import { InvoicesService } from '../invoices.service.js';
import { NotConvertible } from './conversion.errors.js';
import { ConversionRequests } from './conversion-requests.js';
import { ConversionsRepository } from './conversions.repository.js';

/** Makes invoices of quotes and pro forma invoices. */
@Injectable()
export class ConversionsService {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly requests: ConversionRequests,
    private readonly conversions: ConversionsRepository,
  ) {}

  /**
   * The invoice that a document becomes; one that was made of it before is answered again, unless it is void.
   * @throws InvoiceNotFound, InvalidRequest, NotConvertible, InvoiceNumberTaken
   */
  async add(caller: Caller, documentId: string, body: unknown): Promise<Created> {
    const found = await this.invoices.get(caller.accountId, documentId);
    const checked = await this.requests.check(caller, found, body);
    const { convertedTo } = found;
    if (convertedTo !== null && convertedTo.status !== 'void') {
      const invoice = await this.invoices.get(caller.accountId, convertedTo.id);
      return { invoice, replayed: true };
    }
    const document = convertible(found);
    const { identity, ...creation } = this.invoices.issuable(caller, checked);
    const convertedFrom = { ...document, number: document.number.number };
    const invoice = await this.conversions.add(caller.accountId, document, {
      ...creation,
      identity: { ...identity, convertedFrom },
    });
    // Somebody else has made its invoice, or voided it, since it was read.
    return invoice === undefined
      ? this.add(caller, documentId, body)
      : { invoice, replayed: false };
  }
}

/** @throws NotConvertible */
function convertible(document: Invoice): IssuedInvoice {
  if (!isIssued(document)) throw new NotConvertible('It is a draft.');
  const { type, status, number } = document;
  if (!convertibleTypes.includes(type)) {
    throw new NotConvertible(`${number.number} is neither a quote nor a pro forma invoice.`);
  }
  if (status !== 'issued') throw new NotConvertible(`${number.number} is void.`);
  return document;
}
