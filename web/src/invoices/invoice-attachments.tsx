import { Paper, Title } from '@mantine/core';
import { AttachmentList } from '../attachments/attachment-list';
import { type Invoice } from './create-request';

/** The files that travel with an invoice; nothing where there are none. */
export function InvoiceAttachments({ attachments }: Pick<Invoice, 'attachments'>) {
  if (attachments.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="attachments-heading">
      <Title order={2} size="h5" mb="xs" id="attachments-heading">
        Attachments
      </Title>
      <AttachmentList attachments={attachments} />
    </Paper>
  );
}
