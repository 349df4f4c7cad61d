import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  ArrowDownTrayIcon,
  DocumentDuplicateIcon,
  EnvelopeIcon,
  LinkIcon,
} from '@heroicons/react/24/outline';
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
  return (
    <Group gap="xs">
      <Button
        leftSection={roomy && <ArrowDownTrayIcon width={18} />}
        px={roomy ? undefined : 'sm'}
        disabled={pdf === undefined}
        onClick={() => {
          if (pdf !== undefined) download(pdf, fileName(invoice.invoice_number));
        }}
      >
        Download
      </Button>
      {mail && (
        <Button
          variant="default"
          leftSection={roomy && <EnvelopeIcon width={18} />}
          px={roomy ? undefined : 'sm'}
          onClick={open}
        >
          E-mail
        </Button>
      )}
      <Button
        variant="default"
        leftSection={roomy && <LinkIcon width={18} />}
        px={roomy ? undefined : 'sm'}
        onClick={share.open}
      >
        Share
      </Button>
      <Button
        variant="default"
        component={Link}
        to={`/invoices/new?from=${encodeURIComponent(invoice.id)}`}
        leftSection={roomy && <DocumentDuplicateIcon width={18} />}
        px={roomy ? undefined : 'sm'}
      >
        Duplicate
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
