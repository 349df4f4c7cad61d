import { Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import classes from './facts.module.css';

/** What is known of something, one below the other. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes['list']}>{children}</dl>;
}

/** One of the facts with its name above it. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Stack component="dd" gap={0} m={0} className={classes['value']}>
        {children}
      </Stack>
    </div>
  );
}

/** What a document adds up to, below a line. */
export function Sums({ children }: { children: ReactNode }) {
  return (
    <dl className={classes['totals']} aria-label="Totals">
      {children}
    </dl>
  );
}

interface AmountProps {
  readonly name: string;
  readonly strong?: boolean | undefined;
  readonly children: string;
}

/** One of the sums. */
export function Amount({ name, strong = false, children }: AmountProps) {
  return (
    <div className={strong ? classes['strong'] : undefined}>
      <dt>{name}</dt>
      <dd className="amount">{children}</dd>
    </div>
  );
}
