import { Code, List, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Fault } from '../api/problem';

interface UnmetRulesProps {
  readonly faults: readonly Fault[];
  /** The message as a way to where it can be put right, if there is one. */
  readonly lead?: (fault: Fault) => ReactNode;
}

const sides = [
  { title: 'Your organization', holds: (pointer: string) => isOf('organization', pointer) },
  { title: 'The recipient', holds: (pointer: string) => isOf('recipient', pointer) },
  {
    title: 'The invoice',
    holds: (pointer: string) => !isOf('organization', pointer) && !isOf('recipient', pointer),
  },
];

/** The rules of an e-invoice that are not met: whose fault it is, what is missing, and the rule's own name. */
export function UnmetRules({ faults, lead }: UnmetRulesProps) {
  const groups = sides
    .map(({ title, holds }) => ({ title, of: faults.filter(({ pointer }) => holds(pointer)) }))
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
                {fault.hint !== undefined && <Text size="xs">{fault.hint}</Text>}
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  );
}

function isOf(side: string, pointer: string): boolean {
  return pointer === `/${side}` || pointer.startsWith(`/${side}/`);
}

/** Where in the organization settings a fault can be put right, if it is one of the organization. */
export function organizationField(pointer: string): string | undefined {
  if (!isOf('organization', pointer)) return undefined;
  return `/settings/organization#${pointer.slice('/organization'.length)}`;
}
