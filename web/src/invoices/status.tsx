import { Badge, type BadgeProps } from '@mantine/core';
import { type InvoiceSummary } from './create-request';

const names: Record<InvoiceSummary['status'], string> = {
  draft: 'Draft',
  issued: 'Issued',
  void: 'Void',
};

interface StatusBadgeProps extends BadgeProps {
  readonly status: InvoiceSummary['status'];
}

/** Where an invoice stands, in a word. */
export function StatusBadge({ status, ...others }: StatusBadgeProps) {
  return (
    <Badge variant="default" radius="sm" tt="none" fw={500} {...others}>
      {names[status]}
    </Badge>
  );
}

/** Which door an invoice came through, as a person would say it. */
export function sourceName(source: InvoiceSummary['source']): string {
  return source === 'api' ? 'API' : 'Dashboard';
}
