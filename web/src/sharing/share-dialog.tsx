import { Stack, Text } from '@mantine/core';
import { Dialog } from '../ui/dialog';
import { LoadProblem } from '../ui/load-problem';
import { NewShareLink } from './new-share-link';
import { ShareLinkItem } from './share-link-item';
import { useShareLinks } from './share-links-data';

interface ShareDialogProps {
  readonly invoice: { readonly id: string; readonly invoice_number: string };
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Makes, shows and revokes the links with which the recipient reads an invoice. */
export function ShareDialog({ invoice, opened, onClose }: ShareDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={`Share ${invoice.invoice_number}`} size="lg">
      <Stack>
        <Text>
          Whoever has a link can see this invoice and download its PDF, without an account and
          nothing else. Revoke it, and it leads nowhere at once.
        </Text>
        <ShareLinks invoiceId={invoice.id} />
        <NewShareLink invoiceId={invoice.id} />
      </Stack>
    </Dialog>
  );
}

function ShareLinks({ invoiceId }: { invoiceId: string }) {
  const { data, error, refetch } = useShareLinks(invoiceId);
  if (data === undefined)
    return error === null ? null : <LoadProblem error={error} retry={() => void refetch()} />;
  if (data.length === 0) return null;
  return (
    <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
      {data.map((link) => (
        <ShareLinkItem key={link.id} invoiceId={invoiceId} link={link} />
      ))}
    </Stack>
  );
}
