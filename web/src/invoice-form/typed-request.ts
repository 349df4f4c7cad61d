import { type CreateRequest } from '../invoices/create-request';

/** A request as a person would have typed it: software may have sent numbers, and null for what it left out. */
export function typed(request: Partial<CreateRequest>): CreateRequest {
  return typedPart(request) as CreateRequest;
}

function typedPart(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(typedPart);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(given.map(([name, part]) => [name, typedPart(part)]));
}
