import { AppShell, Button, Group, UnstyledButton } from '@mantine/core';
import { Link, Outlet, useLocation } from 'react-router';
import { Logo } from '../ui/logo';
import { ErrorBoundary } from './error-boundary';
import { Waiting } from './waiting';

/** The frame of the pages that can be read without signing in. */
export default function Visitors() {
  const { pathname } = useLocation();
  return (
    <AppShell header={{ height: 56 }} padding={{ base: 'md', sm: 'lg' }}>
      <a href="#content" className="skip-link">
        Skip to content
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" maw={1160} mx="auto">
          <UnstyledButton component={Link} to="/" aria-label="Finvo, home">
            <Logo />
          </UnstyledButton>
          <Button
            component={Link}
            to={`/login?next=${encodeURIComponent(pathname)}`}
            variant="default"
          >
            Log in
          </Button>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1} maw={1160} mx="auto" w="100%">
        <Waiting>
          <ErrorBoundary key={pathname}>
            <Outlet />
          </ErrorBoundary>
        </Waiting>
      </AppShell.Main>
    </AppShell>
  );
}
