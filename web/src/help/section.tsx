import { Anchor, Group, Stack, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';

/** A part of a help page, with an address of its own. */
export function Section({
  id,
  title,
  level = 2,
  children,
}: {
  id: string;
  title: string;
  level?: 2 | 3;
  children: ReactNode;
}) {
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Group gap={8} wrap="nowrap" align="baseline" className="help-heading">
        <Title order={level} size={level === 2 ? 'h3' : 'h5'} id={id}>
          {title}
        </Title>
        <Anchor
          component={Link}
          to={`#${id}`}
          aria-label={`Link to “${title}”`}
          c="dimmed"
          underline="never"
        >
          #
        </Anchor>
      </Group>
      {children}
    </Stack>
  );
}
