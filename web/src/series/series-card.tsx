import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type ApiProblem, asProblem } from '../api/problem';
import { download } from '../ui/download';
import { ProblemAlert } from '../ui/problem-alert';
import { Findings } from './findings';
import { fetchReport, fetchReportPdf, type SeriesReport } from './series-data';

/** A series, and what was found in it once somebody has asked. */
export function SeriesCard({ series }: { series: string }) {
  const [report, setReport] = useState<SeriesReport>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState<'check' | 'pdf'>();

  async function run(what: 'check' | 'pdf') {
    setBusy(what);
    setProblem(undefined);
    try {
      if (what === 'check') setReport(await fetchReport(series));
      else download(await fetchReportPdf(series), `series-${series.replaceAll('/', '-')}.pdf`);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(undefined);
    }
  }

  return (
    <Card component="li" withBorder padding="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {series === 'default' ? 'Your own series (default)' : series}
          </Text>
          <Group gap="xs">
            <Button
              variant="default"
              aria-label={`Check ${series}`}
              loading={busy === 'check'}
              onClick={() => void run('check')}
            >
              Check
            </Button>
            <Button
              variant="default"
              aria-label={`Report of ${series} as PDF`}
              loading={busy === 'pdf'}
              onClick={() => void run('pdf')}
            >
              PDF
            </Button>
          </Group>
        </Group>
        <ProblemAlert problem={problem} />
        {report !== undefined && <Findings report={report} />}
      </Stack>
    </Card>
  );
}
