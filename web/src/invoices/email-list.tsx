import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type components } from '../api/schema';
import { moment } from '../ui/formats';
import { useEmails } from './invoice-query';

type Email = components['schemas']['EmailDto'];

const states: Record<Email['status'], { name: string; color?: string }> = {
  queued: { name: 'Queued' },
  sent: { name: 'Sent' },
  failed: { name: 'Failed', color: 'red' },
};

/** The mails that were sent of an invoice, and what became of them; nothing where there are none. */
export function EmailList({ invoiceId }: { invoiceId: string }) {
  const { data } = useEmails(invoiceId);
  if (data === undefined || data.data.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="emails-heading">
      <Title order={2} size="h5" mb="xs" id="emails-heading">
        E-mails
      </Title>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-live="polite">
        {data.data.map((email) => (
          <EmailItem key={email.id} email={email} />
        ))}
      </Stack>
    </Paper>
  );
}

function EmailItem({ email }: { email: Email }) {
  const { name, color } = states[email.status];
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {email.to.join(', ')}
        </Text>
        <Badge
          variant="default"
          radius="sm"
          tt="none"
          fw={500}
          c={color && 'var(--mantine-color-error)'}
          style={{ flexShrink: 0 }}
        >
          {name}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {email.subject}, {moment(email.sent_at ?? email.created_at)}
      </Text>
      {email.error !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {email.error}
        </Text>
      )}
    </li>
  );
}
