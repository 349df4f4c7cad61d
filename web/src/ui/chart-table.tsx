import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode } from 'react';

/** Offers the figures of a chart as a table, for whoever wants them exact or cannot see the chart. */
export function ChartTable({ children }: { children: ReactNode }) {
  const [opened, { toggle }] = useDisclosure();
  return (
    <>
      <UnstyledButton
        onClick={toggle}
        aria-expanded={opened}
        mt="sm"
        c="var(--mantine-color-anchor)"
      >
        {opened ? 'Hide the table' : 'Show as a table'}
      </UnstyledButton>
      {opened && children}
    </>
  );
}
