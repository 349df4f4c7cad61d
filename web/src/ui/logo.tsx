import { Group, Text } from '@mantine/core';

/** Finvo's own sign and name. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#0f766e" />
        <path d="M11 7h10v3.4h-6.4v4.1h5.6v3.4h-5.6V25H11z" fill="#fff" />
      </svg>
      <Text fw={700} size={size > 32 ? 'xl' : 'lg'}>
        Finvo
      </Text>
    </Group>
  );
}
