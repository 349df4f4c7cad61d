import { Text } from '@mantine/core';
import { RouteLink } from '../ui/link';
import { Page } from '../ui/page';

/** For addresses that lead nowhere. */
export function NotFound() {
  return (
    <Page title="Page not found">
      <Text>
        There is no page at this address. <RouteLink to="/">Go home</RouteLink>
      </Text>
    </Page>
  );
}
