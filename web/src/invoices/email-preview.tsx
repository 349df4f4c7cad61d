import { Button, Text } from '@mantine/core';
import { ChevronDownIcon, ChevronRightIcon } from '@heroicons/react/24/outline';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { asProblem } from '../api/problem';
import { type components } from '../api/schema';
import { MailView } from '../ui/mail-view';
import { useLatest } from '../ui/use-latest';

const pauseMs = 400;

interface EmailPreviewProps {
  readonly invoiceId: string;
  readonly request: components['schemas']['SendEmailDto'];
}

/** The whole mail with the details of the invoice, for whoever wants to see it first. */
export function EmailPreview({ invoiceId, request }: EmailPreviewProps) {
  const [opened, { toggle }] = useDisclosure();
  const Chevron = opened ? ChevronDownIcon : ChevronRightIcon;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        px={4}
        leftSection={<Chevron width={16} />}
        aria-expanded={opened}
        onClick={toggle}
      >
        Preview
      </Button>
      {opened && <Preview invoiceId={invoiceId} request={request} />}
    </div>
  );
}

function Preview({ invoiceId, request: { subject, message } }: EmailPreviewProps) {
  const [body] = useDebouncedValue(JSON.stringify({ subject, message }), pauseMs);
  const { data, error } = useQuery({
    queryKey: ['invoice', invoiceId, 'email-preview', body],
    queryFn: ({ signal }) =>
      answered(
        api.POST('/dashboard/invoices/{id}/emails/preview', {
          params: { path: { id: invoiceId } },
          body: JSON.parse(body) as EmailPreviewProps['request'],
          signal,
        }),
      ),
    retry: false,
  });
  const mail = useLatest(data);
  return (
    <>
      {error !== null && (
        <Text size="sm" role="status">
          {asProblem(error).message}
        </Text>
      )}
      {mail !== undefined && <MailView mail={mail} />}
    </>
  );
}
