import { said } from '../catalog/catalog-entry.js';
import { type Customer } from '../catalog/customer.js';
import { type KnownEntries } from '../catalog/entries.service.js';
import { type Fault } from '../common/errors/app-error.js';
import { missing } from '../common/http/fields.js';
import { isPart } from '../common/parts.js';
import { type CompleteRequest } from './complete-request.js';
import { type CreateInvoiceDto } from './dto/create-invoice.dto.js';
import { referred } from './request-references.js';

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
  const { recipient, customer: id } = request;
  const given = isPart(recipient) ? recipient : undefined;
  const { external_id: externalId, ...fields } = given ?? {};
  const customer = referred(known, { id, externalId });
  const faults = referenceFaults(id, externalId, customer);
  // What is no object stays as it is: it has a fault already, and must not be taken for a missing one.
  if (given === undefined && customer === undefined) {
    const unchecked = recipient as Recipient | undefined;
    return { recipient: unchecked, customer, faults: [...faults, ...missingFaults(request)] };
  }
  const name = fields.name ?? customer?.name;
  const completed = { ...printed(customer), ...said(fields), name } as Recipient;
  const isNameless = name == null && faults.length === 0;
  const nameless = isNameless ? [{ pointer: '/recipient/name', ...missing }] : [];
  return { recipient: completed, customer, faults: [...faults, ...nameless] };
}

function missingFaults({ recipient, customer }: Partial<CreateInvoiceDto>): Fault[] {
  const isMissing = recipient == null && customer == null;
  return isMissing ? [{ pointer: '/recipient', ...missing }] : [];
}

/** What an invoice prints of a customer. */
function printed(customer: Customer | undefined): Partial<Recipient> {
  if (customer === undefined) return {};
  const { email, phone, website, tax_id, registration_number, address } = customer;
  const { registration_scheme, contact_name, electronic_addresses, buyer_reference } = customer;
  return {
    ...{ email, phone, website, tax_id, registration_number, address },
    ...{ registration_scheme, contact_name, electronic_addresses, buyer_reference },
  } as Partial<Recipient>;
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
