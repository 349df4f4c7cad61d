import { Alert, Code, Stack, Table, Text } from '@mantine/core';
import { CheckCircleIcon, ExclamationTriangleIcon } from '@heroicons/react/24/outline';
import { type PeriodReport, type SeriesReport } from './series-data';

/** Numbers that are named one by one; the JSON report has all. */
const namedMax = 20;

/** What was found in a series: the verdict, the counts of each period and its seal. */
export function Findings({ report }: { report: SeriesReport }) {
  const pending = report.periods.reduce((sum, { pdfs_pending }) => sum + pdfs_pending, 0);
  return (
    <Stack gap="sm" role="status">
      <Verdict complete={report.complete} />
      {pending > 0 && (
        <Text size="sm">
          {pending} invoices have no PDF yet; check again to have more of them made.
        </Text>
      )}
      {report.periods.map((period) => (
        <Period key={period.period} period={period} />
      ))}
    </Stack>
  );
}

function Verdict({ complete }: Pick<SeriesReport, 'complete'>) {
  const [color, Icon, text] = complete
    ? (['green', CheckCircleIcon, 'No gaps and no duplicates'] as const)
    : (['red', ExclamationTriangleIcon, 'There are gaps or duplicates'] as const);
  return (
    <Alert color={color} variant="light" icon={<Icon width={20} />}>
      <Text size="sm" fw={600}>
        {text}
      </Text>
    </Alert>
  );
}

function Period({ period }: { period: PeriodReport }) {
  const rows = [
    ['Numbers', `${period.first_number ?? 'none'} to ${period.last_number ?? 'none'}`],
    ['Issued', String(period.issued)],
    ['Void', String(period.void)],
    ['Missing', listed(period.gaps.map(gapText))],
    ['Taken twice', listed(period.duplicates.map(({ number }) => number))],
    ['Left out, as they were own numbers', listed(period.stepped_over.map(({ number }) => number))],
  ] as const;
  return (
    <div>
      {period.period !== '' && <Text fw={600}>{period.period}</Text>}
      <Table withRowBorders={false} verticalSpacing={2}>
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th fw={400} c="dimmed" w={{ base: 130, sm: 240 }}>
                {label}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th fw={400} c="dimmed">
              Seal
            </Table.Th>
            <Table.Td>
              <Code style={{ overflowWrap: 'anywhere' }}>{period.chain_head}</Code>
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </div>
  );
}

function gapText({ from_sequence: from, to_sequence: to }: PeriodReport['gaps'][number]): string {
  return from === to ? String(from) : `${from} to ${to}`;
}

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return 'none';
  const more = texts.length - namedMax;
  return [...texts.slice(0, namedMax), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
