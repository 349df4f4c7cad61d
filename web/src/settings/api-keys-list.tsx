import { Button, Card, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { moment } from '../ui/formats';
import { LastUse, Name, Obscured, Status } from './api-keys-cells';
import { type ApiKey } from './api-keys-data';

interface KeyListProps extends KeyActions {
  readonly keys: readonly ApiKey[];
  /** How many requests each key has sent in the last 90 days, by its id. */
  readonly requests: ReadonlyMap<string, number>;
}

interface KeyActions {
  readonly edit: (apiKey: ApiKey) => void;
  readonly rotate: (apiKey: ApiKey) => void;
  readonly revoke: (apiKey: ApiKey) => void;
}

/** All keys: a table where it fits, cards elsewhere. Keys that no longer work are greyed. */
export function KeyList(props: KeyListProps) {
  const wide = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  return wide ? <KeyTable {...props} /> : <KeyCards {...props} />;
}

function KeyTable({ keys, requests, ...actions }: KeyListProps) {
  return (
    <Table verticalSpacing="sm" aria-label="API keys">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Name</Table.Th>
          <Table.Th scope="col">Key</Table.Th>
          <Table.Th scope="col">Created</Table.Th>
          <Table.Th scope="col">Last used</Table.Th>
          <Table.Th scope="col">Status</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keys.map((apiKey) => (
          <Table.Tr key={apiKey.id} c={shade(apiKey)}>
            <Table.Th scope="row" fw={600} maw={260} style={{ overflowWrap: 'anywhere' }}>
              <Name apiKey={apiKey} />
            </Table.Th>
            <Table.Td>
              <Obscured apiKey={apiKey} />
            </Table.Td>
            <Table.Td>{moment(apiKey.created_at)}</Table.Td>
            <Table.Td>
              <LastUse apiKey={apiKey} requests={requests.get(apiKey.id) ?? 0} />
            </Table.Td>
            <Table.Td>
              <Status apiKey={apiKey} />
            </Table.Td>
            <Table.Td>
              <Actions apiKey={apiKey} {...actions} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function KeyCards({ keys, requests, ...actions }: KeyListProps) {
  return (
    <Stack component="ul" gap="sm" m={0} p={0} aria-label="API keys" style={{ listStyle: 'none' }}>
      {keys.map((apiKey) => (
        <Card key={apiKey.id} component="li" withBorder padding="md" c={shade(apiKey)}>
          <Stack gap="xs">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                <Name apiKey={apiKey} />
              </Text>
              <Status apiKey={apiKey} />
            </Group>
            <Obscured apiKey={apiKey} />
            <Text size="sm">Created {moment(apiKey.created_at)}</Text>
            <Text size="sm" component="div">
              Last used: <LastUse apiKey={apiKey} requests={requests.get(apiKey.id) ?? 0} />
            </Text>
            <Actions apiKey={apiKey} {...actions} />
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

function shade({ status }: ApiKey): string | undefined {
  return status === 'active' ? undefined : 'dimmed';
}

function Actions({ apiKey, edit, rotate, revoke }: KeyActions & { apiKey: ApiKey }) {
  if (apiKey.status === 'revoked') return null;
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          edit(apiKey);
        }}
      >
        Edit<VisuallyHidden> {apiKey.name}</VisuallyHidden>
      </Button>
      {apiKey.status === 'active' && apiKey.replaced_by === null && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            rotate(apiKey);
          }}
        >
          Rotate<VisuallyHidden> {apiKey.name}</VisuallyHidden>
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        c="var(--mantine-color-error)"
        onClick={() => {
          revoke(apiKey);
        }}
      >
        Revoke<VisuallyHidden> {apiKey.name}</VisuallyHidden>
      </Button>
    </Group>
  );
}
