import { Paper, Stack, Title } from '@mantine/core';
import { useConfiguration } from '../session/session';
import { EmailItem } from './email-item';
import { useEmails } from './invoice-query';

/** The mails that were sent of an invoice, and what became of them; nothing where there are none. */
export function EmailList({ invoiceId }: { invoiceId: string }) {
  const { data } = useEmails(invoiceId);
  const mail = useConfiguration()?.mail === true;
  if (data === undefined || data.data.length === 0) return null;
  const resent = new Set(data.data.map(({ resend_of: original }) => original));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="emails-heading">
      <Title order={2} size="h5" mb="xs" id="emails-heading">
        E-mails
      </Title>
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }} aria-live="polite">
        {data.data.map((email) => (
          <EmailItem
            key={email.id}
            invoiceId={invoiceId}
            email={email}
            canResend={mail && email.status !== 'queued' && !resent.has(email.id)}
          />
        ))}
      </Stack>
    </Paper>
  );
}
