import { Badge, type BadgeProps } from '@mantine/core';
import { type components } from '../api/schema';

type Status = components['schemas']['EmailDto']['status'];

const states: Record<Status, { name: string; color?: string }> = {
  queued: { name: 'Queued' },
  sent: { name: 'Sent' },
  failed: { name: 'Failed', color: 'var(--mantine-color-error)' },
};

/** What became of a mail, in a word. */
export function EmailBadge({ status, ...others }: BadgeProps & { readonly status: Status }) {
  const { name, color } = states[status];
  return (
    <Badge variant="default" radius="sm" tt="none" fw={500} c={color} {...others}>
      {name}
    </Badge>
  );
}
