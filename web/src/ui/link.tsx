import { Anchor, type AnchorProps } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';

/** A link to another screen of the dashboard. */
export function RouteLink({
  to,
  children,
  ...others
}: AnchorProps & { to: string; target?: '_blank'; children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} {...others}>
      {children}
    </Anchor>
  );
}
