import { Box, Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Logo } from '../ui/logo';

/** The frame of the screens before the dashboard: sign up, log in, reset a password. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Finvo`;
  }, [title]);
  // From the top and not in the middle: what comes later must not move what is there.
  return (
    <Box component="main" p="md" pt="10vh">
      <Box w="100%" maw={420} mx="auto">
        <Group justify="center" mb="lg">
          <Logo size={40} />
        </Group>
        <Paper withBorder p="lg" radius="md" shadow="sm">
          <Stack>
            <Title order={1} size="h3">
              {title}
            </Title>
            {children}
          </Stack>
        </Paper>
      </Box>
    </Box>
  );
}
