import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { asProblem } from '../api/problem';
import { newKey } from '../invoice-form/unfinished-forms';
import { type Invoice } from '../invoices/create-request';
import { faultText, useJsonForm } from '../ui/json-form';
import { money } from '../ui/formats';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import {
  createCreditNote,
  type CreditLeft,
  type CreditNoteRequest,
  useCreditPreview,
} from './credit-data';
import { CreditLines, type Quantities, requestedLines } from './credit-lines';

interface CreditFormProps {
  readonly invoice: Invoice;
  readonly left: CreditLeft;
  readonly onClose: () => void;
}

/** What is to be credited: everything that is left, or some of the lines; with the total that comes of it. */
export function CreditForm({ invoice, left, onClose }: CreditFormProps) {
  const [partly, setPartly] = useState(false);
  const [quantities, setQuantities] = useState<Quantities>({});
  const form = useJsonForm<{ readonly reason?: string }>({});
  const navigate = useNavigate();
  const queries = useQueryClient();
  const key = useKey();
  const lines = partly ? requestedLines(quantities) : undefined;
  const body = (reason: object): CreditNoteRequest => ({ ...reason, ...(lines && { lines }) });
  const { busy, submit } = useSubmit(form, async (values) => {
    const asked = body(values);
    const note = await createCreditNote(invoice.id, key(asked), asked);
    // Lists, sums and the page itself tell of it.
    await queries.invalidateQueries();
    onClose();
    notifications.show({ message: `Credit note ${note.invoice_number} is created.` });
    void navigate(`/invoices/${note.id}`);
  });
  const faultOf = (index: number) =>
    form.error(`/lines/${lines?.findIndex((line) => line.index === index) ?? -1}/quantity`);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <Radio.Group
          label="What is credited"
          value={partly ? 'some' : 'all'}
          onChange={(value) => {
            setPartly(value === 'some');
          }}
        >
          <Stack gap="xs" mt={4}>
            <Radio value="all" label={`Everything: ${money(left.total, invoice.currency)}`} />
            <Radio value="some" label="Some of the lines" />
          </Stack>
        </Radio.Group>
        {partly && (
          <CreditLines
            invoice={invoice}
            left={left}
            quantities={quantities}
            faultOf={faultOf}
            onChange={setQuantities}
          />
        )}
        <TextInput
          label="Reason"
          description="Printed on the credit note."
          {...form.text('/reason')}
        />
        <Total invoice={invoice} body={lines?.length === 0 ? undefined : body({})} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={lines?.length === 0}>
            Create the credit note
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What comes of it, as the server calculates it; or why it cannot. */
function Total({
  invoice,
  body,
}: {
  readonly invoice: Invoice;
  readonly body: CreditNoteRequest | undefined;
}) {
  const [asked] = useDebouncedValue(body === undefined ? '' : JSON.stringify(body), 250);
  const current = asked === '' ? undefined : (JSON.parse(asked) as CreditNoteRequest);
  const { data, error } = useCreditPreview(invoice.id, current);
  const problem = error === null ? undefined : asProblem(error);
  const figure = current === undefined || data === undefined ? '–' : data.total;
  return (
    <div aria-live="polite">
      {problem === undefined ? (
        <Group justify="space-between" fw={700}>
          <Text fw={700}>Credit note in total</Text>
          <Text fw={700} className="amount">
            {figure === '–' ? figure : money(figure, invoice.currency)}
          </Text>
        </Group>
      ) : (
        <Text c="var(--mantine-color-error)" size="sm">
          {problem.faults[0] === undefined ? problem.message : faultText(problem.faults[0])}
        </Text>
      )}
    </div>
  );
}

/** The same key for the same request, so that one that is sent again makes nothing twice. */
function useKey(): (body: CreditNoteRequest) => string {
  const last = useRef({ asked: '', key: '' });
  return (body) => {
    const asked = JSON.stringify(body);
    if (last.current.asked !== asked) last.current = { asked, key: newKey() };
    return last.current.key;
  };
}
