import { List, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { ApiProblem } from '../api/problem';
import { money } from '../ui/formats';
import { faultText } from '../ui/json-form';
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
  const { recipient, line_items: lines } = invoice;
  return (
    <Section title="Each invoice">
      <Text style={{ overflowWrap: 'anywhere' }}>{data?.recipient.name ?? recipient?.name}</Text>
      <List size="sm" spacing={4} style={{ overflowWrap: 'anywhere' }}>
        {lines.map((line, index) => (
          <List.Item key={index}>
            {String(line.quantity)} × {line.description}
          </List.Item>
        ))}
      </List>
      {error === null ? (
        <Total preview={data} />
      ) : (
        <Refusal error={error} retry={() => void refetch()} />
      )}
    </Section>
  );
}

function Total({ preview }: { preview: Preview | undefined }) {
  if (preview === undefined) return <Skeleton h={24} />;
  return (
    <Text fw={600} className="amount">
      Total {money(preview.total, preview.currency)}
    </Text>
  );
}

function Refusal({ error, retry }: { error: Error; retry: () => void }) {
  return error instanceof ApiProblem && error.status === 422 ? (
    <Faults problem={error} />
  ) : (
    <LoadProblem error={error} retry={retry} />
  );
}

/** Why no invoice would be issued now. */
function Faults({ problem }: { problem: ApiProblem }) {
  return (
    <>
      <Text size="sm" c="var(--mantine-color-error)">
        As it stands it cannot be issued. Edit it:
      </Text>
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {problem.faults.map((fault) => (
          <List.Item key={fault.pointer + fault.code}>
            {fault.pointer !== '' && <code>{fault.pointer}</code>} {faultText(fault)}
          </List.Item>
        ))}
      </List>
    </>
  );
}
