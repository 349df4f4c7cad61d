import { Alert, Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { ArrowDownTrayIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { answered, api, fetchFile } from '../api/client';
import { type components } from '../api/schema';
import { AttachmentList } from '../attachments/attachment-list';
import { ApiProblem } from '../api/problem';
import { documentNoun, documentWord } from '../invoices/document-type';
import { Entrance } from '../session/entrance';
import { eInvoiceFormat } from '../ui/e-invoice-formats';
import { day, moment, money } from '../ui/formats';
import { LoadProblem } from '../ui/load-problem';
import { PdfView } from '../ui/pdf-view';

/** What the recipient of a link sees: the invoice, and nothing of the dashboard. */
export default function SharedInvoiceScreen() {
  const { token = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['shared', token],
    queryFn: () => answered(api.GET('/shared/{token}', { params: { path: { token } } })),
  });
  if (data !== undefined) return <SharedInvoice token={token} invoice={data} />;
  if (error === null) return null;
  const leadsNowhere = error instanceof ApiProblem && error.status === 404;
  return (
    <Entrance title={leadsNowhere ? 'This link leads nowhere' : 'Invoice'}>
      {leadsNowhere ? (
        <Text>It has expired or was revoked. Ask whoever sent it to you for a new one.</Text>
      ) : (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
    </Entrance>
  );
}

type Shared = components['schemas']['SharedInvoiceDto'];

/** The XML beside the PDF; a Factur-X invoice is the PDF itself. */
function EInvoiceButton({ eInvoice }: { eInvoice: Shared['e_invoice'] }) {
  if (eInvoice === null || eInvoice.format === 'facturx') return null;
  return (
    <Button component="a" href={eInvoice.url} variant="default">
      Download {eInvoiceFormat(eInvoice.format)?.label}
    </Button>
  );
}

function SharedInvoice({ token, invoice }: { token: string; invoice: Shared }) {
  const path = `/shared/${encodeURIComponent(token)}/pdf`;
  const pdf = useQuery({ queryKey: ['shared', token, 'pdf'], queryFn: () => fetchFile(path) });
  const title = `${documentNoun(invoice.type)} ${invoice.invoice_number}`;
  useEffect(() => {
    document.title = `${title} · ${invoice.sender}`;
  }, [title, invoice.sender]);
  return (
    <Box component="main" p="md" maw={860} mx="auto">
      <Stack>
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={1} size="h3">
              {title}
            </Title>
            <Text>From {invoice.sender}</Text>
            <Text>
              {money(invoice.total, invoice.currency)}
              {invoice.due_date !== null && `, due on ${day(invoice.due_date)}`}
              {invoice.valid_until !== null && `, valid until ${day(invoice.valid_until)}`}
            </Text>
          </div>
          <Group gap="xs">
            <Button component="a" href={path} leftSection={<ArrowDownTrayIcon width={18} />}>
              Download PDF
            </Button>
            <EInvoiceButton eInvoice={invoice.e_invoice} />
          </Group>
        </Group>
        <AttachmentList attachments={invoice.attachments} />
        {invoice.voided_at !== null && (
          <Alert color="red" title={`This ${documentWord(invoice.type)} is void`}>
            {invoice.sender} took it back on {moment(invoice.voided_at)}. Nothing is to be paid.
          </Alert>
        )}
        {pdf.data === undefined && pdf.error !== null ? (
          <LoadProblem error={pdf.error} retry={() => void pdf.refetch()} />
        ) : (
          <PdfView file={pdf.data} label={title} />
        )}
      </Stack>
    </Box>
  );
}
