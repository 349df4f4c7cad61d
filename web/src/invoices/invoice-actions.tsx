import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  ArrowPathIcon,
  DocumentCheckIcon,
  DocumentDuplicateIcon,
  EnvelopeIcon,
  LinkIcon,
  NoSymbolIcon,
  ReceiptRefundIcon,
} from '@heroicons/react/24/outline';
import { Link } from 'react-router';
import { useConfiguration } from '../session/session';
import { ConversionDialog, isConvertible } from './conversion';
import { CreditDialog } from '../crediting/credit-dialog';
import { hasStandingCreditNotes, isCreditable } from '../crediting/credit-notes';
import { type IssuedInvoice } from './create-request';
import { ShareDialog } from '../sharing/share-dialog';
import { Downloads } from './downloads';
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
  const [crediting, credit] = useDisclosure();
  const [voiding, ask] = useDisclosure();
  const [converting, convert] = useDisclosure();
  const look = useLook();
  const issued = invoice.status === 'issued';
  return (
    <Group gap="xs">
      {isConvertible(invoice) && (
        <Button {...look(DocumentCheckIcon)} onClick={convert.open}>
          Create invoice
        </Button>
      )}
      <Downloads invoice={invoice} pdf={pdf} />
      {mail && issued && (
        <Button variant="default" {...look(EnvelopeIcon)} onClick={open}>
          E-mail
        </Button>
      )}
      <Button variant="default" {...look(LinkIcon)} onClick={share.open}>
        Share
      </Button>
      {invoice.type !== 'credit_note' && <Repetitions invoice={invoice} />}
      {isCreditable(invoice) && (
        <Button variant="default" {...look(ReceiptRefundIcon)} onClick={credit.open}>
          Credit
        </Button>
      )}
      {issued && !hasStandingCreditNotes(invoice) && (
        <Button variant="default" {...look(NoSymbolIcon)} onClick={ask.open}>
          Void
        </Button>
      )}
      <EmailDialog invoice={invoice} opened={opened} onClose={close} />
      <ShareDialog invoice={invoice} opened={sharing} onClose={share.close} />
      <CreditDialog invoice={invoice} opened={crediting} onClose={credit.close} />
      <VoidDialog invoice={invoice} opened={voiding} onClose={ask.close} />
      <ConversionDialog invoice={invoice} opened={converting} onClose={convert.close} />
    </Group>
  );
}

/** Ways to a new invoice that is like this one. */
function Repetitions({ invoice: { id, type } }: { invoice: IssuedInvoice }) {
  const look = useLook();
  const source = `/invoices/new?from=${encodeURIComponent(id)}`;
  return (
    <>
      <Button variant="default" {...look(DocumentDuplicateIcon)} component={Link} to={source}>
        Duplicate
      </Button>
      {type === 'invoice' && (
        <Button
          variant="default"
          {...look(ArrowPathIcon)}
          component={Link}
          to={`${source}&recurring=1`}
        >
          Make recurring
        </Button>
      )}
    </>
  );
}
