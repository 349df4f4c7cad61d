import { Group, NativeSelect, Paper, Skeleton, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { type ApiKey } from './api-keys-data';
import { type KeyTraffic, requestsByDay } from './api-keys-usage-data';
import { KeyUsageTable } from './api-keys-usage-table';

const KeyUsageChart = lazy(() => import('./api-keys-usage-chart'));

/** How many requests came in by day, of all keys or of one. */
export function KeyUsage({ keys, traffic }: { keys: readonly ApiKey[]; traffic: KeyTraffic }) {
  const [chosen, setChosen] = useState('');
  const used = new Set(traffic.data.map(({ key_id: id }) => id));
  const days = requestsByDay(traffic, chosen === '' ? undefined : chosen);
  return (
    <Paper component="section" withBorder p="md" aria-label="Requests">
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          Requests of the last 90 days
        </Title>
        {used.size > 1 && (
          <NativeSelect
            aria-label="Key"
            value={chosen}
            onChange={({ currentTarget }) => {
              setChosen(currentTarget.value);
            }}
            data={[
              { value: '', label: 'All keys' },
              ...keys
                .filter(({ id }) => used.has(id))
                .map(({ id, name, obscured }) => ({
                  value: id,
                  label: `${name} (${obscured.slice(-4)})`,
                })),
            ]}
          />
        )}
      </Group>
      {used.size === 0 ? (
        <Text>No key has sent a request yet.</Text>
      ) : (
        <>
          <Suspense fallback={<Skeleton h={220} />}>
            <KeyUsageChart days={days} />
          </Suspense>
          <KeyUsageTable days={days} />
        </>
      )}
    </Paper>
  );
}
