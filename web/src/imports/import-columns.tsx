import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { asProblem } from '../api/problem';
import {
  type FieldName,
  type Plan,
  type Preview,
  previewImport,
  readFile,
  type Reading,
} from './import-data';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { Section } from '../ui/section';
import { useSubmit } from '../ui/use-submit';
import { ColumnRow } from './column-row';
import { FileSettings } from './file-settings';
import classes from './import.module.css';
import { formatOf, planOf, withColumn } from './import-plan';

interface Start {
  readonly file: File;
  readonly reading: Reading;
  readonly plan: Plan;
}

interface ImportColumnsProps {
  readonly start: Start;
  readonly onBack: () => void;
  readonly onPreview: (seen: { reading: Reading; plan: Plan; preview: Preview }) => void;
}

/** What is under edit: the plan, and the file as the server reads it with the plan's format. */
interface Values {
  readonly plan: Plan;
  readonly reading: Reading;
}

/** The second step: how the file is read, and which column becomes what. */
export function ImportColumns({ start, onBack, onPreview }: ImportColumnsProps) {
  const form = useJsonForm<Values>({ plan: start.plan, reading: start.reading });
  const { plan, reading } = form.values;
  const { busy, submit } = useSubmit(form, async (values) => {
    onPreview({ ...values, preview: await previewImport(start.file, values.plan) });
  });
  const [rereading, setRereading] = useState(false);
  const reread = async (next: Plan) => {
    setRereading(true);
    form.setProblem(undefined);
    try {
      const anew = await readFile(start.file, formatOf(next));
      form.replace({ reading: anew, plan: planOf(anew) });
    } catch (error) {
      form.setProblem(asProblem(error));
    } finally {
      setRereading(false);
    }
  };
  const missing = form.problem?.faults.filter(({ pointer }) => pointer.startsWith('/columns/'));
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <FileSettings
          file={start.file}
          reading={reading}
          plan={plan}
          problem={form.problem}
          onChange={(changed, again) => {
            form.change('/plan', changed);
            if (again) void reread(changed);
          }}
        />
        <Section title="What the columns are">
          <Text size="sm" c="dimmed">
            {reading.remembered
              ? 'As in your last import with the same columns. Check it, and go on.'
              : 'Suggested by the names of the columns. Check it, and go on.'}
          </Text>
          {missing?.map(({ pointer, message }) => (
            <Text
              key={pointer}
              size="sm"
              c="var(--mantine-color-error)"
              tabIndex={-1}
              data-speaks-for={pointer}
            >
              {message}
            </Text>
          ))}
          <div>
            {reading.columns.map((column) => (
              <ColumnRow
                key={column.column}
                column={column}
                field={plan.columns.find((one) => one.column === column.column)?.field}
                onChange={(field: FieldName | undefined) => {
                  form.change('/plan', withColumn(plan, column.column, field));
                }}
              />
            ))}
          </div>
        </Section>
        <Paper withBorder p="sm" className={classes['bar']}>
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              Choose another file
            </Button>
            <Button type="submit" loading={busy || rereading}>
              Preview the invoices
            </Button>
          </Group>
        </Paper>
      </Stack>
    </form>
  );
}
