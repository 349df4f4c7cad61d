import { Button, Stack } from '@mantine/core';
import { ChevronDownIcon, ChevronRightIcon } from '@heroicons/react/24/outline';
import { type Dispatch, type ReactNode } from 'react';
import { type FormAction } from './form-state';

interface FoldProps {
  readonly label: string;
  readonly part: string;
  readonly opened: ReadonlySet<string>;
  readonly dispatch: Dispatch<FormAction>;
  readonly children: ReactNode;
}

/** A part that most invoices do without; its fields are on the page only while it is open. */
export function Fold({ label, part, opened, dispatch, children }: FoldProps) {
  const open = opened.has(part);
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <Stack gap="sm" align="stretch">
      <Button
        variant="subtle"
        size="compact-sm"
        px={4}
        style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
        leftSection={<Chevron width={16} />}
        aria-expanded={open}
        onClick={() => {
          dispatch({ type: 'toggled', part });
        }}
      >
        {label}
      </Button>
      {open && children}
    </Stack>
  );
}
