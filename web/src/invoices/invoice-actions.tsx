import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  ArrowDownTrayIcon,
  ArrowPathIcon,
  DocumentDuplicateIcon,
  EnvelopeIcon,
  LinkIcon,
  NoSymbolIcon,
} from '@heroicons/react/24/outline';
import { Link } from 'react-router';
import { useConfiguration } from '../session/session';
import { download } from '../ui/download';
import { type IssuedInvoice } from './create-request';
import { ShareDialog } from '../sharing/share-dialog';
import { EmailDialog } from './email-dialog';
import { VoidDialog } from './void-dialog';
import { useLook } from './roomy';

/** What one can do with an invoice. */
export function InvoiceActions({
  invoice,
  pdf,
}: {
  invoice: IssuedInvoice;
  pdf: Blob | undefined;
}) {
  const mail = useConfiguration()?.mail === true;
  const [opened, { open, close }] = useDisclosure();
  const [sharing, share] = useDisclosure();
  const [voiding, ask] = useDisclosure();
  const look = useLook();
  const issued = invoice.status === 'issued';
  return (
    <Group gap="xs">
      <Button
        {...look(ArrowDownTrayIcon)}
        disabled={pdf === undefined}
        onClick={() => {
          if (pdf !== undefined) download(pdf, fileName(invoice.invoice_number));
        }}
      >
        Download
      </Button>
      {mail && issued && (
        <Button variant="default" {...look(EnvelopeIcon)} onClick={open}>
          E-mail
        </Button>
      )}
      <Button variant="default" {...look(LinkIcon)} onClick={share.open}>
        Share
      </Button>
      <Button
        variant="default"
        {...look(DocumentDuplicateIcon)}
        component={Link}
        to={`/invoices/new?from=${encodeURIComponent(invoice.id)}`}
      >
        Duplicate
      </Button>
      <Button
        variant="default"
        {...look(ArrowPathIcon)}
        component={Link}
        to={`/invoices/new?from=${encodeURIComponent(invoice.id)}&recurring=1`}
      >
        Make recurring
      </Button>
      {issued && (
        <Button variant="default" {...look(NoSymbolIcon)} onClick={ask.open}>
          Void
        </Button>
      )}
      <EmailDialog invoice={invoice} opened={opened} onClose={close} />
      <ShareDialog invoice={invoice} opened={sharing} onClose={share.close} />
      <VoidDialog invoice={invoice} opened={voiding} onClose={ask.close} />
    </Group>
  );
}

/** The name the API itself gives to the PDF. */
export function fileName(number: string): string {
  const plain = number.replaceAll(/[/\\:*?"<>|;%\s]+/g, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  return `${plain || 'invoice'}.pdf`;
}
