import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { answered, api } from '../api/client';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { useReloadShareLinks } from './share-links-data';

const choices = [7, 30, 90, 365].map((days) => ({
  value: String(days),
  label: `${days} days`,
}));

/** Makes one more link. */
export function NewShareLink({ invoiceId }: { invoiceId: string }) {
  const form = useJsonForm({ expires_in_days: 90 });
  const reload = useReloadShareLinks(invoiceId);
  const { busy, submit } = useSubmit(form, async (body) => {
    const params = { path: { id: invoiceId } };
    await answered(api.POST('/dashboard/invoices/{id}/share-links', { params, body }));
    await reload();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <ProblemAlert problem={form.problem} />
        <Group align="flex-end" justify="space-between">
          <NativeSelect
            label="A new link works for"
            data={choices}
            value={String(form.values.expires_in_days)}
            onChange={({ currentTarget }) => {
              form.change('/expires_in_days', Number(currentTarget.value));
            }}
          />
          <Button type="submit" loading={busy}>
            Create link
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
