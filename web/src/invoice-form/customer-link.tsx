import { Button, Group, Text } from '@mantine/core';
import { type Fields } from './fields';

/** Says that the invoice is for a stored customer, and lets go of it. */
export function CustomerLink({
  customer,
  fields,
}: {
  customer: string | undefined;
  fields: Fields;
}) {
  if (customer === undefined) return null;
  const fault = fields.error('/customer');
  return (
    <Group gap="xs">
      <Text size="sm" c={fault === undefined ? 'dimmed' : 'var(--mantine-color-error)'}>
        {fault ?? 'For a stored customer. What you change here counts for this invoice only.'}
      </Text>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          fields.change('/customer', undefined);
        }}
      >
        Not for this customer
      </Button>
    </Group>
  );
}
