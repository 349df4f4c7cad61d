import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  ArrowDownTrayIcon,
  CheckIcon,
  PencilSquareIcon,
  TrashIcon,
} from '@heroicons/react/24/outline';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { Dialog } from '../ui/dialog';
import { download } from '../ui/download';
import { Question } from '../ui/question';
import { type Invoice } from './create-request';
import { documentNoun } from './document-type';
import { fileName } from './file-name';
import { invoicesKey } from './invoice-list';
import { useLook } from './roomy';

type Issued = components['schemas']['InvoiceDto'];

/** What one can do with a draft. */
export function DraftActions({ draft, pdf }: { draft: Invoice; pdf: Blob | undefined }) {
  const [issuing, askToIssue] = useDisclosure();
  const [deleting, askToDelete] = useDisclosure();
  const look = useLook();
  return (
    <Group gap="xs">
      <Button {...look(CheckIcon)} onClick={askToIssue.open}>
        Issue
      </Button>
      <Button
        variant="default"
        {...look(PencilSquareIcon)}
        component={Link}
        to={`/invoices/${draft.id}/edit`}
      >
        Edit
      </Button>
      <Button
        variant="default"
        {...look(ArrowDownTrayIcon)}
        disabled={pdf === undefined}
        onClick={() => {
          if (pdf !== undefined) download(pdf, fileName(`draft-${draft.id}`));
        }}
      >
        Download
      </Button>
      <Button variant="default" {...look(TrashIcon)} onClick={askToDelete.open}>
        Delete
      </Button>
      <Dialog opened={issuing} onClose={askToIssue.close} title="Issue the draft">
        <IssueDraft draft={draft} close={askToIssue.close} />
      </Dialog>
      <Dialog opened={deleting} onClose={askToDelete.close} title="Delete the draft">
        <DeleteDraft draft={draft} close={askToDelete.close} />
      </Dialog>
    </Group>
  );
}

interface AskedProps {
  readonly draft: Invoice;
  readonly close: () => void;
}

function IssueDraft({ draft: { id, type }, close }: AskedProps) {
  const queries = useQueryClient();
  const work = async () => {
    const params = { path: { id } };
    const answer = await answered(api.POST('/dashboard/invoices/{id}/issue', { params }));
    const { invoice_number: number } = answer as Issued;
    // Lists, sums and the page itself tell of it.
    await queries.invalidateQueries();
    close();
    notifications.show({ message: `${documentNoun(type)} ${number ?? ''} is issued.` });
  };
  return (
    <Question action="Issue" work={work} close={close}>
      <Text>
        It gets its number and cannot be changed any more. Its figures are calculated with your
        organization’s details as they are now; without a date of its own it gets today’s.
      </Text>
    </Question>
  );
}

function DeleteDraft({ draft: { id }, close }: AskedProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const work = async () => {
    await answered(api.DELETE('/dashboard/invoices/{id}', { params: { path: { id } } }));
    close();
    // A list that is only read again would still show it for a moment.
    queries.removeQueries({ queryKey: invoicesKey });
    await navigate('/invoices');
    // The draft itself is not asked for again: it is gone.
    queries.removeQueries({ queryKey: ['invoice', id] });
    notifications.show({ message: 'The draft is deleted.' });
  };
  return (
    <Question action="Delete" work={work} close={close}>
      <Text>It is gone for good. No number was used for it.</Text>
    </Question>
  );
}
