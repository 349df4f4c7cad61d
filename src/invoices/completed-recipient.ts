import { said } from '../catalog/catalog-entry.js';
import { type Customer } from '../catalog/customer.js';
import { type KnownEntries } from '../catalog/entries.service.js';
import { type Fault } from '../common/errors/app-error.js';
import { missing } from '../common/http/fields.js';
import { type CompleteRequest } from './complete-request.js';
import { type CreateInvoiceDto } from './dto/create-invoice.dto.js';
import { isPart, referred } from './request-references.js';

type Recipient = CompleteRequest['recipient'];

/** The recipient of a request with what is stored of the customer; to be used only without faults. */
export interface CompletedRecipient {
  readonly recipient: Recipient | undefined;
  readonly customer: Customer | undefined;
  readonly faults: readonly Fault[];
}

/** Completes the recipient: what the request says counts more, and null leaves something out. */
export function completedRecipient(
  request: Partial<CreateInvoiceDto>,
  known: KnownEntries<Customer>,
): CompletedRecipient {
  const given = isPart(request.recipient) ? request.recipient : undefined;
  const { external_id: externalId, ...fields } = given ?? {};
  const customer = referred(known, { id: request.customer, externalId });
  const faults = referenceFaults(request.customer, externalId, customer);
  // A recipient of another type keeps it, so that nothing takes it for a missing one.
  if (given === undefined && customer === undefined) {
    const isMissing = request.recipient == null && faults.length === 0;
    const needed = isMissing && request.customer == null;
    return {
      recipient: request.recipient as Recipient | undefined,
      customer,
      faults: needed ? [{ pointer: '/recipient', ...missing }] : faults,
    };
  }
  const name = fields.name ?? customer?.name;
  const recipient = { ...printed(customer), ...said(fields), name } as Recipient;
  const isNameless = name == null && faults.length === 0;
  return {
    recipient,
    customer,
    faults: isNameless ? [{ pointer: '/recipient/name', ...missing }] : faults,
  };
}

/** What an invoice prints of a customer. */
function printed(customer: Customer | undefined): Partial<Recipient> {
  if (customer === undefined) return {};
  const { email, phone, website, tax_id, registration_number, address } = customer;
  return { email, phone, website, tax_id, registration_number, address } as Partial<Recipient>;
}

function referenceFaults(id: unknown, externalId: unknown, found: Customer | undefined): Fault[] {
  if (typeof id !== 'string') return [];
  if (externalId != null) {
    const message = 'Send customer or recipient.external_id, not both.';
    return [{ pointer: '/recipient/external_id', code: 'customer_or_external_id', message }];
  }
  if (found !== undefined) return [];
  const message = 'There is no such customer in this account.';
  return [{ pointer: '/customer', code: 'customer_not_found', message }];
}
