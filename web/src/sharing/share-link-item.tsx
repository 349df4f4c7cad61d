import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { answered, api } from '../api/client';
import { Copy } from '../ui/copy';
import { moment } from '../ui/formats';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { type ShareLink, useReloadShareLinks } from './share-links-data';

/** A link that works: to copy, and to revoke. */
export function ShareLinkItem({ invoiceId, link }: { invoiceId: string; link: ShareLink }) {
  const form = useJsonForm({});
  const reload = useReloadShareLinks(invoiceId);
  const { busy, submit } = useSubmit(form, async () => {
    const params = { path: { id: invoiceId, linkId: link.id } };
    await answered(api.POST('/dashboard/invoices/{id}/share-links/{linkId}/revoke', { params }));
    await reload();
  });
  const until = moment(link.expires_at);
  return (
    <li>
      <Stack gap="xs">
        <ProblemAlert problem={form.problem} />
        <TextInput
          aria-label={`Link that works until ${until}`}
          value={link.url}
          readOnly
          onFocus={({ currentTarget }) => {
            currentTarget.select();
          }}
        />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            Works until {until}
          </Text>
          <Group gap="xs">
            <Copy text={link.url} label="Copy link" />
            <Button
              variant="default"
              size="compact-sm"
              loading={busy}
              onClick={() => {
                submit();
              }}
            >
              Revoke
            </Button>
          </Group>
        </Group>
      </Stack>
    </li>
  );
}
