import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type Invoice } from '../invoices/create-request';
import { StatusBadge } from '../invoices/status';
import { day, money } from '../ui/formats';
import { RouteLink } from '../ui/link';

/** Whether there is something of a document to be credited. */
export function isCreditable({ type, status, total, credited_total: credited }: Invoice): boolean {
  const isOwed = !total.startsWith('-') && /[1-9]/.test(total);
  return type === 'invoice' && status === 'issued' && isOwed && credited !== total;
}

/** Whether credit notes of the invoice stand, so that it cannot be voided. */
export function hasStandingCreditNotes({ credit_notes: notes }: Invoice): boolean {
  return notes.some(({ status }) => status === 'issued');
}

/** The credit notes of an invoice and what they come to; nothing where there are none. */
export function CreditNotes({ invoice }: { invoice: Invoice }) {
  const { credit_notes: notes, credited_total: credited, total, currency } = invoice;
  if (notes.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="credit-notes-heading">
      <Title order={2} size="h5" mb="xs" id="credit-notes-heading">
        Credit notes
      </Title>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {notes.map((note) => (
          <Group key={note.id} component="li" justify="space-between" gap="sm">
            <Group gap="xs">
              <RouteLink to={`/invoices/${note.id}`} fw={600}>
                {note.invoice_number}
              </RouteLink>
              {note.status !== 'issued' && <StatusBadge status={note.status} size="sm" />}
            </Group>
            <Text className="amount">{money(note.total, currency)}</Text>
          </Group>
        ))}
      </Stack>
      <Text size="sm" c="dimmed" mt="xs">
        {credited === total
          ? 'All of the invoice is credited.'
          : `${money(credited, currency)} of ${money(total, currency)} credited.`}
      </Text>
    </Paper>
  );
}

/** Says of a credit note which invoice it corrects, and why. */
export function CorrectsNote({ invoice: { corrects } }: { invoice: Invoice }) {
  if (corrects === null) return null;
  const { id, invoice_number: number, date, reason } = corrects;
  return (
    <Alert style={{ overflowWrap: 'anywhere' }}>
      Corrects{' '}
      <RouteLink to={`/invoices/${id}`} size="sm">
        invoice {number}
      </RouteLink>{' '}
      of {day(date)}
      {reason === null ? '.' : `: ${reason}`}
    </Alert>
  );
}
