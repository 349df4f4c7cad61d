import { Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type ApiProblem, asProblem } from '../api/problem';
import { money } from '../ui/formats';
import { ProblemAlert } from '../ui/problem-alert';
import { Section } from '../ui/section';
import { type Plan, type Preview, previewImport, runImport } from './import-data';
import { ImportFaults } from './import-faults';
import classes from './import.module.css';
import { InvoiceTable } from './invoice-table';

interface ImportPreviewProps {
  readonly start: { readonly file: File; readonly plan: Plan; readonly preview: Preview };
  readonly onBack: () => void;
  readonly onImported: (batchId: string, fileRows: readonly number[]) => void;
}

/** The third step: every invoice with its total, and every fault; then the import. */
export function ImportPreview({ start, onBack, onImported }: ImportPreviewProps) {
  const { file } = start;
  const [{ plan, preview }, setSeen] = useState({ plan: start.plan, preview: start.preview });
  const [skip, setSkip] = useState(false);
  const [repeating, setRepeating] = useState(plan.repeat_after !== undefined);
  const [doing, setDoing] = useState<'preview' | 'import'>();
  const [problem, setProblem] = useState<ApiProblem>();
  const run = async (kind: 'preview' | 'import', work: () => Promise<void>) => {
    setDoing(kind);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(asProblem(error));
      setRepeating(plan.repeat_after !== undefined);
    } finally {
      setDoing(undefined);
    }
  };
  const repeat = (wanted: boolean) =>
    run('preview', async () => {
      const { repeat_after: _, ...others } = plan;
      const last = preview.last_import;
      const next = wanted && last !== null ? { ...others, repeat_after: last } : others;
      setSeen({ plan: next, preview: await previewImport(file, next) });
    });
  const importNow = () =>
    run('import', async () => {
      const { id } = await runImport(file, { ...plan, skip_faulty: skip });
      const issued = preview.invoices.filter(({ standing }) => standing === 'ready');
      onImported(
        id,
        issued.map(({ rows }) => rows[0] ?? 0),
      );
    });
  const mayImport = preview.ready > 0 && (preview.faulty === 0 || skip);
  return (
    <Stack>
      <ProblemAlert problem={problem} />
      <Section title="What it comes to">
        <Text size="sm" role="status">
          {summary(preview)}
        </Text>
        {preview.totals.map(({ currency, invoices, total }) => (
          <Text key={currency} fw={600}>
            {money(total, currency)}{' '}
            <Text span size="sm" c="dimmed" fw={400}>
              in {count(invoices)} in {currency}
            </Text>
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          {howRead(preview)}
        </Text>
        {(preview.imported > 0 || repeating) && (
          <Checkbox
            label="Issue again what was imported before"
            checked={repeating}
            disabled={doing !== undefined}
            onChange={({ currentTarget: { checked } }) => {
              setRepeating(checked);
              void repeat(checked);
            }}
          />
        )}
      </Section>
      <ImportFaults file={file} plan={plan} preview={preview} onProblem={setProblem} />
      <InvoiceTable invoices={preview.invoices} />
      <Paper withBorder p="sm" className={classes['bar']}>
        <Stack gap="sm">
          {preview.faulty > 0 && preview.ready > 0 && (
            <Checkbox
              label={`Leave out ${count(preview.faulty)} with faults and import the others`}
              checked={skip}
              onChange={({ currentTarget: { checked } }) => {
                setSkip(checked);
              }}
            />
          )}
          <Group justify="space-between">
            <Button variant="default" onClick={onBack} disabled={doing === 'import'}>
              Back to the columns
            </Button>
            <Button
              loading={doing !== undefined}
              disabled={!mayImport}
              onClick={() => void importNow()}
            >
              {preview.ready === 0 ? 'Nothing to import' : `Issue ${count(preview.ready)}`}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Stack>
  );
}

function summary({ ready, faulty, imported }: Preview): string {
  const parts = [`${count(ready)} ready.`];
  if (faulty > 0) parts.push(`${count(faulty)} with faults: mend the file, or leave them out.`);
  if (imported > 0)
    parts.push(`${count(imported)} left out, as an earlier import has issued the same.`);
  return parts.join(' ');
}

function howRead({ decimal_mark: mark, date_order: order }: Preview): string {
  const dates = order === 'day_first' ? 'the day before the month' : 'the month before the day';
  return `Numbers were read with a decimal ${mark}, dates with ${dates}.`;
}

function count(many: number): string {
  return many === 1 ? '1 invoice' : `${many.toLocaleString()} invoices`;
}
