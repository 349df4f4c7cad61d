import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';

/** Says that a screen is broken instead of leaving an empty page; typed work is kept in the browser. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Center component="main" mih="60dvh" p="md">
        <Stack align="flex-start" maw={420}>
          <Title order={1} size="h3">
            This page could not be shown
          </Title>
          <Text>
            Finvo may have been updated while the page was open, or the connection was lost. Loading
            the page again usually helps.
          </Text>
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            Load again
          </Button>
        </Stack>
      </Center>
    );
  }
}
