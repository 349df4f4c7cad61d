import { type EntryIds, type KnownEntries } from '../catalog/entries.service.js';
import { isExternalId } from '../catalog/dto/external-id.field.js';
import { isPart, placedParts } from '../common/parts.js';
import { type CreateInvoiceDto } from './dto/create-invoice.dto.js';

/** A part of a request that may refer to a stored customer or item, by either id. */
interface Reference {
  readonly id: unknown;
  readonly externalId: unknown;
}

/** Everything that a request refers to; it may have faults of any kind. */
export function referencesOf(request: Partial<CreateInvoiceDto>): {
  customers: EntryIds;
  items: EntryIds;
} {
  const { customer: id, recipient } = request;
  const externalId = isPart(recipient) ? recipient.external_id : undefined;
  const lines = placedParts(request.line_items).map(([line]) => ({
    id: line.item,
    externalId: line.external_id,
  }));
  return { customers: idsOf([{ id, externalId }]), items: idsOf(lines) };
}

/** What a reference leads to, if it leads anywhere; the id counts more, as both together are a fault. */
export function referred<E>(known: KnownEntries<E>, { id, externalId }: Reference): E | undefined {
  if (typeof id === 'string') return known.byId.get(id);
  return typeof externalId === 'string' ? known.byExternalId.get(externalId) : undefined;
}

function idsOf(references: readonly Reference[]): EntryIds {
  const ids = references.map(({ id }) => id).filter((id) => typeof id === 'string');
  const externalIds = references.map(({ externalId }) => externalId).filter(isExternalId);
  return { ids: [...new Set(ids)], externalIds: [...new Set(externalIds)] };
}
