import { List, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { money } from '../ui/formats';
import { LoadProblem } from '../ui/load-problem';
import { Section } from '../ui/section';
import { type Schedule } from './schedules-data';

type Preview = components['schemas']['InvoicePreviewDto'];

/** What each invoice of a schedule says, with today's figures. */
export function ScheduledInvoice({ schedule: { id, invoice } }: { schedule: Schedule }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['schedules', id, 'invoice', invoice],
    queryFn: async ({ signal }) =>
      (await answered(
        api.POST('/dashboard/invoices/preview', { body: invoice, signal }),
      )) as Preview,
    retry: false,
  });
  const currency = data?.currency;
  return (
    <Section title="Each invoice">
      <Text style={{ overflowWrap: 'anywhere' }}>{invoice.recipient.name}</Text>
      <List size="sm" spacing={4} style={{ overflowWrap: 'anywhere' }}>
        {invoice.line_items.map((line, index) => (
          <List.Item key={index}>
            {String(line.quantity)} × {line.description}
          </List.Item>
        ))}
      </List>
      {data === undefined && error === null && <Skeleton h={24} />}
      {error !== null && <LoadProblem error={error} retry={() => void refetch()} />}
      {data !== undefined && currency !== undefined && (
        <Text fw={600} className="amount">
          Total {money(data.total, currency)}
        </Text>
      )}
    </Section>
  );
}
