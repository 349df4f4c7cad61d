import { Button, Menu, Stack, Text } from '@mantine/core';
import { ArrowDownTrayIcon, ChevronDownIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { fetchFile } from '../api/client';
import { asProblem, type ApiProblem, isUnready } from '../api/problem';
import { Dialog } from '../ui/dialog';
import { download } from '../ui/download';
import { type EInvoiceChoice, eInvoiceFormats } from '../ui/e-invoice-formats';
import { UnmetRules } from '../ui/unmet-rules';
import { isConvertible } from './conversion';
import { type IssuedInvoice } from './create-request';
import { documentWord } from './document-type';
import { fileName } from './file-name';
import { useLook } from './roomy';

interface DownloadsProps {
  readonly invoice: IssuedInvoice;
  readonly pdf: Blob | undefined;
}

/** The PDF with one press, and e-invoices beside it where the document can be one. */
export function Downloads({ invoice, pdf }: DownloadsProps) {
  const look = useLook();
  const variant = isConvertible(invoice) ? 'default' : 'filled';
  const mayBeOne = invoice.type === 'invoice' || invoice.type === 'credit_note';
  return (
    <Button.Group>
      <Button
        variant={variant}
        {...look(ArrowDownTrayIcon)}
        disabled={pdf === undefined}
        onClick={() => {
          if (pdf !== undefined) download(pdf, fileName(invoice.invoice_number));
        }}
      >
        Download
      </Button>
      {mayBeOne && <EInvoices invoice={invoice} />}
    </Button.Group>
  );
}

interface Refusal {
  readonly format: EInvoiceChoice;
  readonly problem: ApiProblem;
}

/** Every e-invoice that can be made of the document; what a format misses is told in a dialog. */
function EInvoices({ invoice }: Pick<DownloadsProps, 'invoice'>) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const get = async (format: EInvoiceChoice) => {
    setBusy(true);
    try {
      const path = `/dashboard/invoices/${encodeURIComponent(invoice.id)}/e-invoice`;
      const file = await fetchFile(`${path}?format=${format.value}`);
      const ending = format.value === 'facturx' ? 'pdf' : 'xml';
      download(file, fileName(invoice.invoice_number, ending));
    } catch (error) {
      setRefusal({ format, problem: asProblem(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal shadow="md" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button px={8} loading={busy} aria-label="Other formats" ml={1}>
            <ChevronDownIcon width={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {eInvoiceFormats.map((format) => (
            <Menu.Item
              key={format.value}
              onClick={() => {
                void get(format);
              }}
            >
              {format.label}
              {format.value === invoice.format && ' (as issued)'}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog
        opened={refusal !== undefined}
        onClose={() => {
          setRefusal(undefined);
        }}
        title={`This is not ${refusal?.format.one ?? ''}`}
        size="lg"
      >
        {refusal !== undefined && <Reasons refusal={refusal} invoice={invoice} />}
      </Dialog>
    </>
  );
}

function Reasons({
  refusal: { format, problem },
  invoice,
}: Pick<DownloadsProps, 'invoice'> & { refusal: Refusal }) {
  if (!isUnready(problem)) return <Text c="var(--mantine-color-error)">{problem.message}</Text>;
  const word = documentWord(invoice.type);
  return (
    <Stack gap="sm">
      <Text size="sm">
        {format.label} wants what this {word} does not say. An issued {word} is never changed: its
        PDF stays as it is, and another format may be ready.
      </Text>
      <UnmetRules faults={problem.faults} />
    </Stack>
  );
}
