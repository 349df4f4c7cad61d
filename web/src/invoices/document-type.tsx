import { Badge, type BadgeProps } from '@mantine/core';
import { type InvoiceSummary } from './create-request';

type DocumentType = InvoiceSummary['type'];

/** What a document is, as a person would say it. */
export const typeNames: Record<DocumentType, string> = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  proforma: 'Pro forma invoice',
  quote: 'Quote',
};

/** The types to choose one of, for filters. */
export const typeChoices = [
  { value: '', label: 'Any type' },
  ...Object.entries(typeNames).map(([value, label]) => ({ value, label })),
];

/** Says of a document that is no invoice what it is. */
export function TypeBadge({ type, ...others }: BadgeProps & { readonly type: DocumentType }) {
  if (type === 'invoice') return null;
  return (
    <Badge variant="light" radius="sm" tt="none" fw={500} {...others}>
      {typeNames[type]}
    </Badge>
  );
}
