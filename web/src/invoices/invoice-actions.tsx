import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  ArrowDownTrayIcon,
  ArrowPathIcon,
  DocumentDuplicateIcon,
  EnvelopeIcon,
  LinkIcon,
} from '@heroicons/react/24/outline';
import { type ComponentType, type SVGProps } from 'react';
import { Link } from 'react-router';
import { useConfiguration } from '../session/session';
import { download } from '../ui/download';
import { type Invoice } from './create-request';
import { ShareDialog } from '../sharing/share-dialog';
import { EmailDialog } from './email-dialog';
import { useRoomy } from './roomy';

/** What one can do with an invoice. */
export function InvoiceActions({ invoice, pdf }: { invoice: Invoice; pdf: Blob | undefined }) {
  const mail = useConfiguration()?.mail === true;
  const [opened, { open, close }] = useDisclosure();
  const [sharing, share] = useDisclosure();
  const roomy = useRoomy();
  const look = (Icon: ComponentType<SVGProps<SVGSVGElement>>) =>
    roomy ? { leftSection: <Icon width={18} /> } : { px: 'sm' };
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
      {mail && (
        <Button variant="default" {...look(EnvelopeIcon)} onClick={open}>
          E-mail
        </Button>
      )}
      <Button variant="default" {...look(LinkIcon)} onClick={share.open}>
        Share
      </Button>
      <Button
        variant="default"
        component={Link}
        to={`/invoices/new?from=${encodeURIComponent(invoice.id)}`}
        {...look(DocumentDuplicateIcon)}
      >
        Duplicate
      </Button>
      <Button
        variant="default"
        component={Link}
        to={`/invoices/new?from=${encodeURIComponent(invoice.id)}&recurring=1`}
        {...look(ArrowPathIcon)}
      >
        Make recurring
      </Button>
      <EmailDialog invoice={invoice} opened={opened} onClose={close} />
      <ShareDialog invoice={invoice} opened={sharing} onClose={share.close} />
    </Group>
  );
}

/** The name the API itself gives to the PDF. */
function fileName(number: string): string {
  const plain = number.replaceAll(/[/\\:*?"<>|;%\s]+/g, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  return `${plain || 'invoice'}.pdf`;
}
