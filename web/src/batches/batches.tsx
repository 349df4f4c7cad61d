import { Stack } from '@mantine/core';
import { invoicesKey } from '../invoices/invoice-list';
import { Section } from '../ui/section';
import { BatchItem } from './batch-item';
import { useRecentBatches, useReloadWithBatches } from './batches-data';

/** How far the batches have come that software has handed in lately; nothing where there is none. */
export function Batches() {
  const { data } = useRecentBatches();
  useReloadWithBatches(invoicesKey, data);
  if (data === undefined || data.length === 0) return null;
  return (
    <Section title="Batches">
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {data.map((batch) => (
          <BatchItem key={batch.id} batch={batch} />
        ))}
      </Stack>
    </Section>
  );
}
