import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { asProblem } from '../api/problem';
import { type components } from '../api/schema';
import { moment } from '../ui/formats';
import { EmailBadge } from './email-status';
import { useReloadEmails } from './invoice-query';

interface EmailItemProps {
  readonly invoiceId: string;
  readonly email: components['schemas']['EmailDto'];
  /** Whether it is done with and was not sent again already. */
  readonly canResend: boolean;
}

/** One mail with its recipients, what became of it, and why. */
export function EmailItem({ invoiceId, email, canResend }: EmailItemProps) {
  const resend = useResend(invoiceId, email.id);
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {email.to.join(', ')}
        </Text>
        <EmailBadge status={email.status} style={{ flexShrink: 0 }} />
      </Group>
      {[...copies('Cc', email.cc), ...copies('Bcc', email.bcc)].map((line) => (
        <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        <bdi>{email.subject}</bdi>, {moment(email.sent_at ?? email.created_at)}
      </Text>
      {email.error !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {email.error}
        </Text>
      )}
      {canResend && (
        <Button
          variant="subtle"
          size="compact-sm"
          px={4}
          ml={-4}
          loading={resend.isPending}
          onClick={() => {
            resend.mutate();
          }}
        >
          {email.status === 'failed' ? 'Try again' : 'Send again'}
        </Button>
      )}
      {resend.error !== null && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {asProblem(resend.error).message}
        </Text>
      )}
    </li>
  );
}

function copies(label: string, addresses: readonly string[] = []): string[] {
  return addresses.length === 0 ? [] : [`${label}: ${addresses.join(', ')}`];
}

/** Sends a mail once more; asked for twice, the server answers the same mail. */
function useResend(invoiceId: string, emailId: string) {
  const reload = useReloadEmails(invoiceId);
  return useMutation({
    mutationFn: () =>
      answered(
        api.POST('/dashboard/invoices/{id}/emails/{emailId}/resend', {
          params: { path: { id: invoiceId, emailId } },
        }),
      ),
    onSettled: reload,
  });
}
