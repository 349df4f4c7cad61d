import { Button, Group, Stack, TextInput } from '@mantine/core';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { type ApiKey, useReloadApiKeys } from './api-keys-data';
import { KeyNote } from './api-keys-note';

/** A dialog that gives a key another name or note. */
export function EditKey({ apiKey, close }: { apiKey: ApiKey | undefined; close: () => void }) {
  return (
    <Dialog opened={apiKey !== undefined} onClose={close} title="Edit the API key">
      {apiKey && <EditForm apiKey={apiKey} close={close} />}
    </Dialog>
  );
}

function EditForm({ apiKey, close }: { apiKey: ApiKey; close: () => void }) {
  const form = useJsonForm<{ name?: string; note?: string }>({
    name: apiKey.name,
    note: apiKey.note ?? '',
  });
  const reload = useReloadApiKeys();
  const { busy, submit } = useSubmit(form, async ({ name = '', note = '' }) => {
    const params = { path: { id: apiKey.id } };
    await answered(api.PATCH('/dashboard/keys/{id}', { params, body: { name, note } }));
    await reload();
    close();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <TextInput
          label="Name"
          description="The key itself stays the same and goes on working."
          required
          withAsterisk={false}
          autoComplete="off"
          data-autofocus
          {...form.text('/name')}
        />
        <KeyNote {...form.text('/note')} />
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
