import { AppShell, Burger, Group, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Link, NavigationType, Outlet, useLocation, useNavigationType } from 'react-router';
import { ConfirmPassword } from '../session/confirm-password';
import { sessionKey, useSignedIn } from '../session/session';
import { SignInAgain } from '../session/sign-in-again';
import { Logo } from '../ui/logo';
import { ErrorBoundary } from './error-boundary';
import { Navigation } from './navigation';
import { UserMenu } from './user-menu';
import { Waiting } from './waiting';

/** The frame around every signed-in screen. */
export default function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);
  useForgetOthersData();
  useTopOfNewScreens();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 230, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'lg' }}
    >
      <a href="#content" className="skip-link">
        Skip to content
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label="Navigation"
              aria-expanded={opened}
            />
            <UnstyledButton component={Link} to="/" aria-label="Finvo, home">
              <Logo />
            </UnstyledButton>
          </Group>
          <UserMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Main" style={{ overflowY: 'auto' }}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Waiting>
          <ErrorBoundary key={pathname}>
            <Outlet />
          </ErrorBoundary>
        </Waiting>
      </AppShell.Main>
      <ConfirmPassword />
      <SignInAgain />
    </AppShell>
  );
}

/** A new screen begins at its top; after "Back" and "Forward" the browser finds the place again. */
function useTopOfNewScreens() {
  const { pathname, hash } = useLocation();
  const how = useNavigationType();
  const shown = useRef(pathname);
  useLayoutEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (how !== NavigationType.Pop && hash === '') window.scrollTo(0, 0);
  }, [pathname, hash, how]);
}

/** When another tab has signed in as somebody else, nothing of the former person stays on the screen. */
function useForgetOthersData() {
  const { user } = useSignedIn();
  const queries = useQueryClient();
  const shown = useRef(user.id);
  useEffect(() => {
    if (shown.current === user.id) return;
    shown.current = user.id;
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    window.location.assign('/');
  }, [user.id, queries]);
}
