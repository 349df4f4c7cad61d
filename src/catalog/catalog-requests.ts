import { Injectable } from '@nestjs/common';
import { PrintableRequests } from '../accounts/printable-requests.js';
import { type Fault } from '../common/errors/app-error.js';
import { metadataFaults } from '../common/http/metadata.js';
import { placedParts } from '../common/parts.js';
import { type ChangesOf } from './catalog-entry.js';
import { type Customer, customerChanges, type CustomerInput } from './customer.js';
import { type Item, itemChanges, type ItemInput } from './item.js';
import { taxFaults } from './tax-faults.js';

const unprinted = new Set(['external_id', 'language', 'currency', 'notes', 'metadata']);

/** Reads what requests say of customers and items, whose texts will stand on invoices. */
@Injectable()
export class CatalogRequests {
  constructor(private readonly requests: PrintableRequests) {}

  /** @throws InvalidRequest with every fault */
  customer(type: new () => CustomerInput, body: unknown): ChangesOf<Customer> {
    const faults = ({ metadata }: CustomerInput) => metadataFaults(metadata);
    return customerChanges(this.requests.read(type, body, unprinted, faults));
  }

  /** @throws InvalidRequest with every fault */
  item(type: new () => ItemInput, body: unknown): ChangesOf<Item> {
    return itemChanges(this.requests.read(type, body, unprinted, itemFaults));
  }
}

function itemFaults({ metadata, tax_rate: rate, taxes }: ItemInput): Fault[] {
  const faults = [
    ...metadataFaults(metadata),
    ...placedParts(taxes).flatMap(([tax, index]) => taxFaults(tax, ['taxes', index])),
  ];
  if (rate == null || taxes == null) return faults;
  const message = 'Send tax_rate or taxes, not both.';
  return [...faults, { pointer: '/tax_rate', code: 'tax_rate_or_taxes', message }];
}
