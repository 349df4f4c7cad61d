import { Code, List, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Fault } from '../api/problem';
import { spokenHint } from './spoken-hint';

interface UnmetRulesProps {
  readonly faults: readonly Fault[];
  /** The message as a way to where it can be put right, if there is one. */
  readonly lead?: (fault: Fault) => ReactNode;
  /** What the sides are called. */
  readonly sides?: Sides;
}

type Sides = Readonly<Record<'organization' | 'recipient' | 'rest', string>>;

const ownSides: Sides = {
  organization: 'Your organization',
  recipient: 'The recipient',
  rest: 'The invoice',
};

/** The rules of an e-invoice that are not met: whose fault it is, what is missing, and the rule's own name. */
export function UnmetRules({ faults, lead, sides = ownSides }: UnmetRulesProps) {
  const groups = (['organization', 'recipient', 'rest'] as const)
    .map((side) => ({
      title: sides[side],
      of: faults.filter(({ pointer }) => sideOf(pointer) === side),
    }))
    .filter(({ of }) => of.length > 0);
  return (
    <Stack gap="xs">
      {groups.map(({ title, of }) => (
        <div key={title}>
          <Text size="sm" fw={600} mb={4}>
            {title}
          </Text>
          <List
            size="sm"
            spacing={4}
            aria-label={title}
            style={{ overflowWrap: 'anywhere' }}
            styles={{ itemWrapper: { display: 'block' }, itemLabel: { display: 'block' } }}
          >
            {of.map((fault, index) => (
              <List.Item key={index}>
                {lead?.(fault) ?? fault.message}{' '}
                <Code fz="xs" style={{ whiteSpace: 'nowrap' }}>
                  {fault.rule}
                </Code>
                {fault.hint !== undefined && <Text size="xs">{spokenHint(fault.hint)}</Text>}
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  );
}

function sideOf(pointer: string): keyof Sides {
  const [, field] = pointer.split('/');
  return field === 'organization' || field === 'recipient' ? field : 'rest';
}

/** Where in the organization settings a fault can be put right, if it is one of the organization. */
export function organizationField(pointer: string): string | undefined {
  if (sideOf(pointer) !== 'organization') return undefined;
  return `/settings/organization#${pointer.slice('/organization'.length)}`;
}
