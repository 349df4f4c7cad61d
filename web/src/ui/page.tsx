import { Box, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** Pages of text and forms are easier to read when they are not as wide as the screen. */
  readonly width?: number;
  readonly children: ReactNode;
}

/** A screen: its heading, its actions, its name in the browser's tab. */
export function Page({ title, actions, width, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Finvo`;
  }, [title]);
  return (
    <Box maw={width}>
      <Group justify="space-between" mb="lg" gap="sm">
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Box>
  );
}
