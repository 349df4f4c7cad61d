import { Injectable } from '@nestjs/common';
import { type Organization } from '../accounts/organization.js';
import { CatalogUpserts, touchedBy, type UpsertSet } from '../catalog/catalog-upserts.js';
import { type Customer, customerChanges } from '../catalog/customer.js';
import { type ItemTaxDto } from '../catalog/dto/tax.dto.js';
import { CustomersService } from '../catalog/customers.service.js';
import { type KnownEntries } from '../catalog/entries.service.js';
import { type Item, itemChanges } from '../catalog/item.js';
import { ItemsService } from '../catalog/items.service.js';
import { type SqlSession } from '../common/database/database.js';
import { type Fault } from '../common/errors/app-error.js';
import { placedParts } from '../common/parts.js';
import { present } from '../common/present.js';
import { completedLines } from './completed-lines.js';
import { completedRecipient } from './completed-recipient.js';
import { type CompleteRequest } from './complete-request.js';
import { type CreateInvoiceDto } from './dto/create-invoice.dto.js';
import { referencesOf } from './request-references.js';
import { PresetTaxes } from './tax-presets/preset-taxes.js';

/** The customer of an invoice, and what is stored together with it. */
export interface InvoiceReferences {
  /** The customer who is stored already. */
  readonly knownCustomerId: string | null;
  /** The same, or the id that the new customer will most likely get. */
  readonly customerId: string | null;
  /** Stores customer and items in the transaction of the invoice, and answers their ids. */
  readonly store: (session: SqlSession) => Promise<StoredReferences>;
  /** Ids and external ids of what that adds or changes. */
  readonly touched: readonly string[];
}

/** Who an invoice is for, and of which item each of its lines is. */
export interface StoredReferences {
  readonly customerId: string | null;
  readonly itemIds: readonly (string | null)[];
}

/** A request together with what it refers to. */
export interface CompletedRequest {
  readonly request: CompleteRequest;
  /** The profile with the customer's own defaults in it. */
  readonly organization: Organization;
  readonly faults: readonly Fault[];
  /** To be asked only where the request has no fault. */
  readonly references: () => InvoiceReferences;
}

/** Completes requests with the tax presets, customers and items that they refer to; stores nothing. */
@Injectable()
export class CompletedRequests {
  constructor(
    private readonly customers: CustomersService,
    private readonly items: ItemsService,
    private readonly upserts: CatalogUpserts,
    private readonly presets: PresetTaxes,
  ) {}

  /** The request may have faults of any kind; what is wrong with its references is added to them. */
  async complete(
    accountId: string,
    request: CreateInvoiceDto,
    profile: Organization,
  ): Promise<CompletedRequest> {
    // Before anything else, so that what is stored of an item has its taxes in full.
    const unfilled = await this.presets.fill(accountId, request);
    const asked = referencesOf(request);
    const knownCustomers = await this.customers.known(accountId, asked.customers);
    const knownItems = await this.items.known(accountId, asked.items);
    const { recipient, customer, faults } = completedRecipient(request, knownCustomers);
    const organization = { ...profile, ...defaultsOf(customer) };
    const currency = request.currency ?? organization.currency;
    const lines = completedLines(request.line_items, knownItems, currency);
    const { customer: _, ...others } = request;
    return {
      request: { ...others, recipient, line_items: lines.lines } as CompleteRequest,
      organization,
      faults: [...unfilled, ...faults, ...lines.faults],
      references: () =>
        this.references(accountId, customer?.id, {
          customer: this.customerUpsert(request, customer),
          items: this.itemUpserts(request, knownItems, currency),
          lines: request.line_items.map(({ external_id: externalId }, at) => ({
            externalId,
            itemId: lines.lines[at]?.item_id,
          })),
        }),
    };
  }

  private references(
    accountId: string,
    knownCustomerId: string | undefined,
    { lines, ...upserts }: UpsertSet & { readonly lines: readonly LineReference[] },
  ): InvoiceReferences {
    const customerId = knownCustomerId ?? upserts.customer?.fresh.id ?? null;
    return {
      knownCustomerId: knownCustomerId ?? null,
      customerId,
      store: async (session) => {
        const stored = await this.upserts.storeIn(session, accountId, upserts);
        const itemIds = lines.map(
          ({ externalId, itemId }) => stored.itemIds.get(externalId ?? '') ?? itemId ?? null,
        );
        return { customerId: stored.customerId ?? customerId, itemIds };
      },
      touched: touchedBy(upserts),
    };
  }

  private customerUpsert({ recipient }: CreateInvoiceDto, known: Customer | undefined) {
    const { external_id: externalId, ...fields } = recipient ?? {};
    if (externalId == null) return undefined;
    return this.customers.upsert(externalId, known, customerChanges(fields));
  }

  /** Lines of one item are one item: what the last of them says is stored. */
  private itemUpserts(request: CreateInvoiceDto, known: KnownEntries<Item>, currency: string) {
    const changes = new Map<string, ReturnType<typeof itemChanges>>();
    for (const [{ external_id: id, ...line }] of placedParts(request.line_items)) {
      if (id == null) continue;
      const { description, details, unit, unit_code, unit_price, tax_rate, taxes } = line;
      // A price belongs to the currency that it was said in.
      const priced = unit_price == null ? {} : { unit_price, currency };
      const said = itemChanges({
        description,
        details,
        unit,
        unit_code,
        ...priced,
        tax_rate,
        taxes: taxes as ItemTaxDto[],
      });
      changes.set(id, { ...changes.get(id), ...said });
    }
    return [...changes]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, said]) => this.items.upsert(id, known.byExternalId.get(id), said));
  }
}

/** The item of a line: one that may be new, or one that is stored already. */
interface LineReference {
  readonly externalId: string | null | undefined;
  readonly itemId: string | undefined;
}

/** What a customer's invoices are like where neither request nor customer say otherwise. */
function defaultsOf(customer: Customer | undefined): Partial<Organization> {
  if (customer === undefined) return {};
  const { language, currency, payment_terms_days } = customer;
  return present({ language, currency, payment_terms_days });
}
