// Written by scripts/client.js from openapi.json.
import { type Caller } from './caller.js';
import { type CallOptions } from './connection.js';
import type * as Operations from './operations.js';
import { pages } from './pages.js';
import { keyed, type IssueOptions, RouteGroup } from './route-group.js';
import { type Schemas } from './shapes.js';

export class OwnKey extends RouteGroup {
  /** Read the account of the key. */
  account(options: CallOptions = {}): Promise<Schemas['AccountDto']> {
    return this.caller.json('get', '/v1/account', {}, options);
  }

  /** Look at the key of the request. */
  apiKey(options: CallOptions = {}): Promise<Schemas['KeyDto']> {
    return this.caller.json('get', '/v1/api-key', {}, options);
  }

  /** Revoke the key of the request. */
  revoke(options: CallOptions = {}): Promise<undefined> {
    return this.caller.json('post', '/v1/api-key/revoke', {}, options);
  }
}

export class Customers extends RouteGroup {
  /** List customers, newest first. Pages are read as they are needed. */
  list(
    filter: Operations.FilterOf<'/v1/customers', 'get'> = {},
    options: CallOptions = {},
  ): AsyncGenerator<Schemas['CustomerDto']> {
    return pages((cursor) =>
      this.caller.json(
        'get',
        '/v1/customers',
        { query: { limit: 100, ...filter, ...cursor } },
        options,
      ),
    );
  }

  /** Store a customer. */
  create(
    body: Schemas['CreateCustomerDto'],
    options: CallOptions = {},
  ): Promise<Schemas['CustomerDto']> {
    return this.caller.json('post', '/v1/customers', { body }, options);
  }

  /** Read a customer. */
  get(id: string, options: CallOptions = {}): Promise<Schemas['CustomerDto']> {
    return this.caller.json('get', '/v1/customers/{id}', { path: { id } }, options);
  }

  /** Change a customer; what is left out stays, null empties a field. */
  change(
    id: string,
    body: Schemas['ChangeCustomerDto'],
    options: CallOptions = {},
  ): Promise<Schemas['CustomerDto']> {
    return this.caller.json('patch', '/v1/customers/{id}', { path: { id }, body }, options);
  }

  /** Remove a customer for good; invoices stay as they are. */
  remove(id: string, options: CallOptions = {}): Promise<undefined> {
    return this.caller.json('delete', '/v1/customers/{id}', { path: { id } }, options);
  }

  /** Store a customer under your own id, or replace the one that is there. */
  put(
    externalId: string,
    body: Schemas['PutCustomerDto'],
    options: CallOptions = {},
  ): Promise<Schemas['CustomerDto']> {
    return this.caller.json(
      'put',
      '/v1/customers/by-external-id/{external_id}',
      { path: { external_id: externalId }, body },
      options,
    );
  }
}

export class Items extends RouteGroup {
  /** List items, newest first. Pages are read as they are needed. */
  list(
    filter: Operations.FilterOf<'/v1/items', 'get'> = {},
    options: CallOptions = {},
  ): AsyncGenerator<Schemas['ItemDto']> {
    return pages((cursor) =>
      this.caller.json(
        'get',
        '/v1/items',
        { query: { limit: 100, ...filter, ...cursor } },
        options,
      ),
    );
  }

  /** Store an item. */
  create(body: Schemas['CreateItemDto'], options: CallOptions = {}): Promise<Schemas['ItemDto']> {
    return this.caller.json('post', '/v1/items', { body }, options);
  }

  /** Read an item. */
  get(id: string, options: CallOptions = {}): Promise<Schemas['ItemDto']> {
    return this.caller.json('get', '/v1/items/{id}', { path: { id } }, options);
  }

  /** Change an item; what is left out stays, null empties a field. */
  change(
    id: string,
    body: Schemas['ChangeItemDto'],
    options: CallOptions = {},
  ): Promise<Schemas['ItemDto']> {
    return this.caller.json('patch', '/v1/items/{id}', { path: { id }, body }, options);
  }

  /** Remove an item for good; invoices stay as they are. */
  remove(id: string, options: CallOptions = {}): Promise<undefined> {
    return this.caller.json('delete', '/v1/items/{id}', { path: { id } }, options);
  }

  /** Store an item under your own id, or replace the one that is there. */
  put(
    externalId: string,
    body: Schemas['PutItemDto'],
    options: CallOptions = {},
  ): Promise<Schemas['ItemDto']> {
    return this.caller.json(
      'put',
      '/v1/items/by-external-id/{external_id}',
      { path: { external_id: externalId }, body },
      options,
    );
  }
}

export class Attachments extends RouteGroup {
  /** Upload a file that invoices are to carry. */
  upload(body: FormData, options: CallOptions = {}): Promise<Schemas['AttachmentDto']> {
    return this.caller.json('post', '/v1/attachments', { body }, options);
  }

  /** Read what is known of an attachment. */
  get(id: string, options: CallOptions = {}): Promise<Schemas['AttachmentDto']> {
    return this.caller.json('get', '/v1/attachments/{id}', { path: { id } }, options);
  }

  /** Delete an attachment that nothing uses. */
  remove(id: string, options: CallOptions = {}): Promise<undefined> {
    return this.caller.json('delete', '/v1/attachments/{id}', { path: { id } }, options);
  }

  /** Download an attachment. */
  async content(id: string, options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    return (
      await this.caller.file(
        'get',
        '/v1/attachments/{id}/content',
        { path: { id }, accept: '*/*' },
        options,
      )
    ).bytes;
  }
}

export class Invoices extends RouteGroup {
  /** List invoices, newest first. Pages are read as they are needed. */
  list(
    filter: Operations.FilterOf<'/v1/invoices', 'get'> = {},
    options: CallOptions = {},
  ): AsyncGenerator<Schemas['InvoiceSummaryDto']> {
    return pages((cursor) =>
      this.caller.json(
        'get',
        '/v1/invoices',
        { query: { limit: 100, ...filter, ...cursor } },
        options,
      ),
    );
  }

  /** Issue an invoice. */
  create(
    body: Schemas['CreateInvoiceDto'],
    options: IssueOptions = {},
  ): Promise<Schemas['InvoiceDto']> {
    return this.caller.json('post', '/v1/invoices', { body, ...keyed(options) }, options);
  }

  /** Calculate an invoice without storing it. */
  preview(
    body: Schemas['CreateInvoiceDto'],
    options: CallOptions = {},
  ): Promise<Schemas['InvoicePreviewDto']> {
    return this.caller.json('post', '/v1/invoices/preview', { body, isRepeatable: true }, options);
  }

  /** Calculate an invoice without storing it. Answers the file. */
  async previewPdf(
    body: Schemas['CreateInvoiceDto'],
    options: CallOptions = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    return (
      await this.caller.file(
        'post',
        '/v1/invoices/preview',
        { body, isRepeatable: true, accept: 'application/pdf' },
        options,
      )
    ).bytes;
  }

  /** Read an invoice. */
  get(id: string, options: CallOptions = {}): Promise<Schemas['InvoiceDto']> {
    return this.caller.json('get', '/v1/invoices/{id}', { path: { id } }, options);
  }

  /** Download the PDF. */
  async pdf(id: string, options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    return (
      await this.caller.file(
        'get',
        '/v1/invoices/{id}/pdf',
        { path: { id }, accept: 'application/pdf' },
        options,
      )
    ).bytes;
  }
}

export class Drafts extends RouteGroup {
  /** Replace the content of a draft. */
  replace(
    id: string,
    body: Schemas['CreateInvoiceDto'],
    options: CallOptions = {},
  ): Promise<Schemas['InvoiceDto']> {
    return this.caller.json('put', '/v1/invoices/{id}', { path: { id }, body }, options);
  }

  /** Delete a draft. */
  remove(id: string, options: CallOptions = {}): Promise<undefined> {
    return this.caller.json('delete', '/v1/invoices/{id}', { path: { id } }, options);
  }

  /** Read the request of a draft. */
  request(id: string, options: CallOptions = {}): Promise<Schemas['CreateInvoiceDto']> {
    return this.caller.json('get', '/v1/invoices/{id}/request', { path: { id } }, options);
  }

  /** Issue a draft. */
  issue(id: string, options: CallOptions = {}): Promise<Schemas['InvoiceDto']> {
    return this.caller.json('post', '/v1/invoices/{id}/issue', { path: { id } }, options);
  }

  /** Issue a draft. Answers the file. */
  async issuePdf(id: string, options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    return (
      await this.caller.file(
        'post',
        '/v1/invoices/{id}/issue',
        { path: { id }, accept: 'application/pdf' },
        options,
      )
    ).bytes;
  }
}

export class Series extends RouteGroup {
  /** List the number series that have numbers. */
  list(options: CallOptions = {}): Promise<Schemas['SeriesListDto']> {
    return this.caller.json('get', '/v1/series', {}, options);
  }

  /** Prove that a series has no gaps and no duplicates. */
  report(
    series: string,
    query: Operations.QueryOf<'/v1/series/{series}/report', 'get'> = {},
    options: CallOptions = {},
  ): Promise<Schemas['SeriesReportDto']> {
    return this.caller.json(
      'get',
      '/v1/series/{series}/report',
      { path: { series }, query },
      options,
    );
  }

  /** Prove that a series has no gaps and no duplicates. Answers the file. */
  async reportPdf(
    series: string,
    query: Operations.QueryOf<'/v1/series/{series}/report', 'get'> = {},
    options: CallOptions = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    return (
      await this.caller.file(
        'get',
        '/v1/series/{series}/report',
        { path: { series }, query, accept: 'application/pdf' },
        options,
      )
    ).bytes;
  }

  /** List the places of a series, from which its chain is calculated. */
  numbers(
    series: string,
    query: Operations.QueryOf<'/v1/series/{series}/numbers', 'get'> = {},
    options: CallOptions = {},
  ): Promise<Schemas['SeriesNumbersDto']> {
    return this.caller.json(
      'get',
      '/v1/series/{series}/numbers',
      { path: { series }, query },
      options,
    );
  }
}

export class CreditNotes extends RouteGroup {
  /** List the credit notes of an invoice, and what may still be credited. */
  list(id: string, options: CallOptions = {}): Promise<Schemas['CreditNotesDto']> {
    return this.caller.json('get', '/v1/invoices/{id}/credit-notes', { path: { id } }, options);
  }

  /** Credit an invoice, all of it or a part. */
  create(
    id: string,
    body?: Schemas['CreateCreditNoteDto'],
    options: IssueOptions = {},
  ): Promise<Schemas['InvoiceDto']> {
    return this.caller.json(
      'post',
      '/v1/invoices/{id}/credit-notes',
      { path: { id }, body, ...keyed(options) },
      options,
    );
  }

  /** Calculate a credit note without storing it. */
  preview(
    id: string,
    body?: Schemas['CreateCreditNoteDto'],
    options: CallOptions = {},
  ): Promise<Schemas['InvoicePreviewDto']> {
    return this.caller.json(
      'post',
      '/v1/invoices/{id}/credit-notes/preview',
      { path: { id }, body, isRepeatable: true },
      options,
    );
  }

  /** Calculate a credit note without storing it. Answers the file. */
  async previewPdf(
    id: string,
    body?: Schemas['CreateCreditNoteDto'],
    options: CallOptions = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    return (
      await this.caller.file(
        'post',
        '/v1/invoices/{id}/credit-notes/preview',
        { path: { id }, body, isRepeatable: true, accept: 'application/pdf' },
        options,
      )
    ).bytes;
  }
}

export class InvoiceVoids extends RouteGroup {
  /** Void an invoice. */
  create(
    id: string,
    body?: Schemas['VoidInvoiceDto'],
    options: CallOptions = {},
  ): Promise<Schemas['InvoiceDto']> {
    return this.caller.json('post', '/v1/invoices/{id}/void', { path: { id }, body }, options);
  }
}

export class Conversions extends RouteGroup {
  /** Make the invoice of a quote or pro forma invoice. */
  create(
    id: string,
    body?: Schemas['ConvertDocumentDto'],
    options: CallOptions = {},
  ): Promise<Schemas['InvoiceDto']> {
    return this.caller.json('post', '/v1/invoices/{id}/invoice', { path: { id }, body }, options);
  }

  /** Make the invoice of a quote or pro forma invoice. Answers the file. */
  async createPdf(
    id: string,
    body?: Schemas['ConvertDocumentDto'],
    options: CallOptions = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    return (
      await this.caller.file(
        'post',
        '/v1/invoices/{id}/invoice',
        { path: { id }, body, accept: 'application/pdf' },
        options,
      )
    ).bytes;
  }
}

export class EInvoices extends RouteGroup {
  /** Download the e-invoice. */
  async download(
    id: string,
    query: Operations.QueryOf<'/v1/invoices/{id}/e-invoice', 'get'> = {},
    options: CallOptions = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    return (
      await this.caller.file(
        'get',
        '/v1/invoices/{id}/e-invoice',
        { path: { id }, query, accept: '*/*' },
        options,
      )
    ).bytes;
  }

  /** Check an invoice against the rules of an e-invoice. */
  readiness(
    id: string,
    query: Operations.QueryOf<'/v1/invoices/{id}/e-invoice/readiness', 'get'> = {},
    options: CallOptions = {},
  ): Promise<Schemas['EInvoiceReadinessDto']> {
    return this.caller.json(
      'get',
      '/v1/invoices/{id}/e-invoice/readiness',
      { path: { id }, query },
      options,
    );
  }

  /** Read an e-invoice and hold it against the rules. */
  inspect(body: FormData, options: CallOptions = {}): Promise<Schemas['InspectionDto']> {
    return this.caller.json('post', '/v1/e-invoices/inspect', { body }, options);
  }
}

export class TaxPresets extends RouteGroup {
  /** List tax presets. */
  list(options: CallOptions = {}): Promise<Schemas['TaxPresetListDto']> {
    return this.caller.json('get', '/v1/tax-presets', {}, options);
  }

  /** Add a tax preset. */
  add(
    body: Schemas['PutTaxPresetDto'],
    options: CallOptions = {},
  ): Promise<Schemas['TaxPresetDto']> {
    return this.caller.json('post', '/v1/tax-presets', { body }, options);
  }

  /** Read a tax preset. */
  get(id: string, options: CallOptions = {}): Promise<Schemas['TaxPresetDto']> {
    return this.caller.json('get', '/v1/tax-presets/{id}', { path: { id } }, options);
  }

  /** Replace a tax preset; invoices that were made with it stay. */
  replace(
    id: string,
    body: Schemas['PutTaxPresetDto'],
    options: CallOptions = {},
  ): Promise<Schemas['TaxPresetDto']> {
    return this.caller.json('put', '/v1/tax-presets/{id}', { path: { id }, body }, options);
  }

  /** Delete a tax preset; invoices that were made with it stay. */
  remove(id: string, options: CallOptions = {}): Promise<undefined> {
    return this.caller.json('delete', '/v1/tax-presets/{id}', { path: { id } }, options);
  }
}

export class Templates extends RouteGroup {
  /** List the layouts of invoices. */
  list(options: CallOptions = {}): Promise<Schemas['TemplatesDto']> {
    return this.caller.json('get', '/v1/templates', {}, options);
  }
}

export class Emails extends RouteGroup {
  /** List the e-mails of an invoice, newest first. */
  list(id: string, options: CallOptions = {}): Promise<Schemas['EmailListDto']> {
    return this.caller.json('get', '/v1/invoices/{id}/emails', { path: { id } }, options);
  }

  /** Send an invoice by e-mail. */
  send(
    id: string,
    body?: Schemas['SendEmailDto'],
    options: CallOptions = {},
  ): Promise<Schemas['EmailDto']> {
    return this.caller.json('post', '/v1/invoices/{id}/emails', { path: { id }, body }, options);
  }

  /** See an e-mail of an invoice before it is sent. */
  preview(
    id: string,
    body?: Schemas['SendEmailDto'],
    options: CallOptions = {},
  ): Promise<Schemas['EmailPreviewDto']> {
    return this.caller.json(
      'post',
      '/v1/invoices/{id}/emails/preview',
      { path: { id }, body, isRepeatable: true },
      options,
    );
  }

  /** Send an e-mail again. */
  resend(id: string, emailId: string, options: CallOptions = {}): Promise<Schemas['EmailDto']> {
    return this.caller.json(
      'post',
      '/v1/invoices/{id}/emails/{emailId}/resend',
      { path: { id, emailId } },
      options,
    );
  }
}

export class Schedules extends RouteGroup {
  /** List schedules, newest first. Pages are read as they are needed. */
  list(
    filter: Operations.FilterOf<'/v1/schedules', 'get'> = {},
    options: CallOptions = {},
  ): AsyncGenerator<Schemas['ScheduleSummaryDto']> {
    return pages((cursor) =>
      this.caller.json(
        'get',
        '/v1/schedules',
        { query: { limit: 100, ...filter, ...cursor } },
        options,
      ),
    );
  }

  /** Make a schedule that issues an invoice again and again. */
  add(
    body: Schemas['CreateScheduleDto'],
    options: IssueOptions = {},
  ): Promise<Schemas['ScheduleDto']> {
    return this.caller.json('post', '/v1/schedules', { body, ...keyed(options) }, options);
  }

  /** See what a schedule would do, without storing it. */
  preview(
    body: Schemas['CreateScheduleDto'],
    options: CallOptions = {},
  ): Promise<Schemas['SchedulePreviewDto']> {
    return this.caller.json('post', '/v1/schedules/preview', { body, isRepeatable: true }, options);
  }

  /** Read a schedule. */
  get(id: string, options: CallOptions = {}): Promise<Schemas['ScheduleDto']> {
    return this.caller.json('get', '/v1/schedules/{id}', { path: { id } }, options);
  }

  /** Replace what a schedule asks for, from its next period on. */
  replace(
    id: string,
    body: Schemas['CreateScheduleDto'],
    options: CallOptions = {},
  ): Promise<Schemas['ScheduleDto']> {
    return this.caller.json('put', '/v1/schedules/{id}', { path: { id }, body }, options);
  }

  /** Delete a schedule; the invoices that it has made stay. */
  remove(id: string, options: CallOptions = {}): Promise<undefined> {
    return this.caller.json('delete', '/v1/schedules/{id}', { path: { id } }, options);
  }

  /** Pause a schedule: it issues nothing until it is resumed. */
  pause(id: string, options: CallOptions = {}): Promise<Schemas['ScheduleDto']> {
    return this.caller.json('post', '/v1/schedules/{id}/pause', { path: { id } }, options);
  }

  /** Resume a schedule; what was missed meanwhile is skipped. */
  resume(id: string, options: CallOptions = {}): Promise<Schemas['ScheduleDto']> {
    return this.caller.json('post', '/v1/schedules/{id}/resume', { path: { id } }, options);
  }

  /** End a schedule for good. */
  end(id: string, options: CallOptions = {}): Promise<Schemas['ScheduleDto']> {
    return this.caller.json('post', '/v1/schedules/{id}/end', { path: { id } }, options);
  }
}

export class Occurrences extends RouteGroup {
  /** See the next dates of a schedule. */
  upcoming(
    id: string,
    query: Operations.QueryOf<'/v1/schedules/{id}/upcoming', 'get'> = {},
    options: CallOptions = {},
  ): Promise<Schemas['UpcomingDto']> {
    return this.caller.json('get', '/v1/schedules/{id}/upcoming', { path: { id }, query }, options);
  }

  /** List what became of the periods of a schedule, newest first. Pages are read as they are needed. */
  list(
    id: string,
    filter: Operations.FilterOf<'/v1/schedules/{id}/occurrences', 'get'> = {},
    options: CallOptions = {},
  ): AsyncGenerator<Schemas['OccurrenceDto']> {
    return pages((cursor) =>
      this.caller.json(
        'get',
        '/v1/schedules/{id}/occurrences',
        { path: { id }, query: { limit: 100, ...filter, ...cursor } },
        options,
      ),
    );
  }

  /** Try to issue the invoice of a period that has failed again. */
  retry(id: string, date: string, options: CallOptions = {}): Promise<Schemas['OccurrenceDto']> {
    return this.caller.json(
      'post',
      '/v1/schedules/{id}/occurrences/{date}/retry',
      { path: { id, date } },
      options,
    );
  }

  /** Give a period that has failed up. */
  skip(id: string, date: string, options: CallOptions = {}): Promise<Schemas['OccurrenceDto']> {
    return this.caller.json(
      'post',
      '/v1/schedules/{id}/occurrences/{date}/skip',
      { path: { id, date } },
      options,
    );
  }
}

export class ShareLinks extends RouteGroup {
  /** List the links of an invoice, newest first. */
  list(id: string, options: CallOptions = {}): Promise<Schemas['ShareLinkListDto']> {
    return this.caller.json('get', '/v1/invoices/{id}/share-links', { path: { id } }, options);
  }

  /** Make a link with which the recipient reads the invoice. */
  create(
    id: string,
    body?: Schemas['CreateShareLinkDto'],
    options: CallOptions = {},
  ): Promise<Schemas['ShareLinkDto']> {
    return this.caller.json(
      'post',
      '/v1/invoices/{id}/share-links',
      { path: { id }, body },
      options,
    );
  }

  /** Revoke a link. */
  revoke(id: string, linkId: string, options: CallOptions = {}): Promise<undefined> {
    return this.caller.json(
      'post',
      '/v1/invoices/{id}/share-links/{linkId}/revoke',
      { path: { id, linkId } },
      options,
    );
  }
}

export class Batches extends RouteGroup {
  /** List the newest batches. */
  list(options: CallOptions = {}): Promise<Schemas['BatchListDto']> {
    return this.caller.json('get', '/v1/batches', {}, options);
  }

  /** See how far a batch has come. */
  get(id: string, options: CallOptions = {}): Promise<Schemas['BatchDto']> {
    return this.caller.json('get', '/v1/batches/{id}', { path: { id } }, options);
  }

  /** Read what has become of each row of a batch. Pages are read as they are needed. */
  rows(
    id: string,
    filter: Operations.FilterOf<'/v1/batches/{id}/rows', 'get'> = {},
    options: CallOptions = {},
  ): AsyncGenerator<Schemas['BatchRowDto']> {
    return pages((cursor) =>
      this.caller.json(
        'get',
        '/v1/batches/{id}/rows',
        { path: { id }, query: { limit: 100, ...filter, ...cursor } },
        options,
      ),
    );
  }
}

/** Every group of routes. */
export abstract class RouteGroups {
  readonly ownKey: OwnKey;
  readonly customers: Customers;
  readonly items: Items;
  readonly attachments: Attachments;
  readonly invoices: Invoices;
  readonly drafts: Drafts;
  readonly series: Series;
  readonly creditNotes: CreditNotes;
  readonly invoiceVoids: InvoiceVoids;
  readonly conversions: Conversions;
  readonly eInvoices: EInvoices;
  readonly taxPresets: TaxPresets;
  readonly templates: Templates;
  readonly emails: Emails;
  readonly schedules: Schedules;
  readonly occurrences: Occurrences;
  readonly shareLinks: ShareLinks;
  readonly batches: Batches;

  constructor(caller: Caller) {
    this.ownKey = new OwnKey(caller);
    this.customers = new Customers(caller);
    this.items = new Items(caller);
    this.attachments = new Attachments(caller);
    this.invoices = new Invoices(caller);
    this.drafts = new Drafts(caller);
    this.series = new Series(caller);
    this.creditNotes = new CreditNotes(caller);
    this.invoiceVoids = new InvoiceVoids(caller);
    this.conversions = new Conversions(caller);
    this.eInvoices = new EInvoices(caller);
    this.taxPresets = new TaxPresets(caller);
    this.templates = new Templates(caller);
    this.emails = new Emails(caller);
    this.schedules = new Schedules(caller);
    this.occurrences = new Occurrences(caller);
    this.shareLinks = new ShareLinks(caller);
    this.batches = new Batches(caller);
  }
}
