import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { Dialog } from '../ui/dialog';
import { type JsonForm, useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';

interface EntryDialogProps<Values extends object> {
  readonly opened: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly initial: Values;
  /** Stores what the form says; the dialog closes when it is done. */
  readonly save: (values: Values) => Promise<void>;
  readonly fields: (form: JsonForm<Values>) => ReactNode;
}

/** A dialog with the form of a customer or an item. */
export function EntryDialog<Values extends object>({
  opened,
  close,
  title,
  ...form
}: EntryDialogProps<Values>) {
  return (
    <Dialog opened={opened} onClose={close} title={title} size="lg">
      {opened && <EntryForm {...form} close={close} />}
    </Dialog>
  );
}

type EntryFormProps<Values extends object> = Pick<
  EntryDialogProps<Values>,
  'initial' | 'save' | 'fields' | 'close'
>;

function EntryForm<Values extends object>({
  initial,
  save,
  fields,
  close,
}: EntryFormProps<Values>) {
  const form = useJsonForm<Values>(initial);
  const { busy, submit } = useSubmit(form, async (values) => {
    await save(values);
    close();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        {fields(form)}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
