import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { ExclamationTriangleIcon } from '@heroicons/react/24/outline';
import { useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { useSignedIn } from '../session/session';
import { todayIn } from '../ui/days';
import { Dialog } from '../ui/dialog';
import { invoiceFormats, pdfOnly } from '../ui/e-invoice-formats';
import { day } from '../ui/formats';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { type Invoice } from './create-request';
import { documentWord } from './document-type';

interface ConversionDialogProps {
  readonly invoice: Invoice;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Whether an invoice can be made of a document now. */
export function isConvertible({ type, status, converted_to: made }: Invoice): boolean {
  const mayBecomeOne = type === 'quote' || type === 'proforma';
  return mayBecomeOne && status === 'issued' && (made === null || made.status === 'void');
}

/** Says of a quote that nobody has accepted in time that it is over. */
export function ExpiredNote({ invoice }: { invoice: Invoice }) {
  const { organization } = useSignedIn();
  const { valid_until: until } = invoice;
  if (until === null || !isConvertible(invoice) || until >= todayIn(organization.time_zone))
    return null;
  return (
    <Alert color="yellow" variant="light" icon={<ExclamationTriangleIcon width={20} />}>
      This quote was valid until {day(until)}. You can make an invoice of it all the same.
    </Alert>
  );
}

/** Makes the invoice of a quote or pro forma invoice. */
export function ConversionDialog({ invoice, opened, onClose }: ConversionDialogProps) {
  const title = `Invoice of ${documentWord(invoice.type)} ${invoice.invoice_number}`;
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <ConversionForm invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

type Conversion = components['schemas']['ConvertDocumentDto'];
/** The answer in JSON, which the document offers beside a PDF. */
type Made = components['schemas']['InvoiceDto'];

function ConversionForm({ invoice, onClose }: Omit<ConversionDialogProps, 'opened'>) {
  const { organization } = useSignedIn();
  const form = useJsonForm<Conversion>({});
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { busy, submit } = useSubmit(form, async (body) => {
    const params = { path: { id: invoice.id } };
    const answer = await answered(api.POST('/dashboard/invoices/{id}/invoice', { params, body }));
    const { id, invoice_number: number } = answer as Made;
    await queries.invalidateQueries();
    onClose();
    notifications.show({ message: `Invoice ${number} is created.` });
    void navigate(`/invoices/${id}`);
  });
  const date = form.text('/date');
  const { name, error, value } = form.text('/format');
  const usual = organization.e_invoice_format ?? pdfOnly;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <ExpiredNote invoice={invoice} />
        <Text>
          Items, amounts and recipient stay as they are on the {documentWord(invoice.type)}. The
          invoice gets the next number and your present payment details.
        </Text>
        <TextInput
          label="Date"
          type="date"
          {...date}
          value={date.value === '' ? todayIn(organization.time_zone) : date.value}
        />
        <TextInput
          label="Due date"
          type="date"
          description="Left empty: as always."
          {...form.text('/due_date')}
        />
        <Select
          label="Made as"
          data={invoiceFormats.map(({ value, label }) => ({ value, label }))}
          allowDeselect={false}
          name={name}
          error={error}
          value={value === '' ? usual : value}
          onChange={(next) => {
            form.change('/format', next === usual ? undefined : (next ?? undefined));
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Create invoice
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
