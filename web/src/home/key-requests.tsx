import { Table, Title } from '@mantine/core';
import { type ApiKey } from '../settings/api-keys-data';
import { requestsByKey, useKeyTraffic } from '../settings/api-keys-usage-data';
import { RouteLink } from '../ui/link';

/** How much each key is used. It comes after all else, so it stands last and moves nothing. */
export function KeyRequests({ keys }: { keys: readonly ApiKey[] }) {
  const counts = requestsByKey(useKeyTraffic().data);
  const used = keys.filter(({ id }) => counts.has(id));
  if (used.length === 0) return null;
  return (
    <section aria-labelledby="requests-heading">
      <Title order={2} size="h4" mb="sm" id="requests-heading">
        API requests of the last 90 days
      </Title>
      <Table maw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Key</Table.Th>
            <Table.Th scope="col" className="amount">
              Requests
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {used.map(({ id, name }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Table.Th>
              <Table.Td className="amount">{counts.get(id)?.toLocaleString()}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <RouteLink to="/settings/api-keys" display="inline-block" mt="sm">
        See all keys
      </RouteLink>
    </section>
  );
}
