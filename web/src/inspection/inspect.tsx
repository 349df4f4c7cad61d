import { Code, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import { FileDrop } from '../ui/file-drop';
import { RouteLink } from '../ui/link';
import { Page } from '../ui/page';
import { Section } from '../ui/section';
import { bytesMax, inspect, type Inspection } from './inspection-data';
import { Said } from './said';
import { Verdict } from './verdict';

interface Inspected {
  readonly name: string;
  readonly inspection: Inspection;
}

/** What an e-invoice of somebody else says, and whether it keeps the rules. */
export default function Inspect() {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const [inspected, setInspected] = useState<Inspected>();
  const result = useRef<HTMLDivElement>(null);
  const take = async (file: File) => {
    setFault(undefined);
    setInspected(undefined);
    if (file.size > bytesMax) {
      setFault(`“${file.name}” is larger than 10 MiB.`);
      return;
    }
    setBusy(true);
    try {
      setInspected({ name: file.name, inspection: await inspect(file) });
      // Below the form, where a phone does not show it.
      requestAnimationFrame(() => result.current?.focus());
    } catch (error) {
      setFault(`“${file.name}”: ${asProblem(error).message}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title="Check an e-invoice" width={800}>
      <Stack>
        <Section title="Choose an e-invoice">
          <FileDrop
            label="E-invoice"
            accept=".pdf,.xml,application/pdf,application/xml,text/xml"
            busy={busy}
            fault={fault}
            onFile={(file) => void take(file)}
          >
            <Text size="sm">
              A PDF with an e-invoice inside (Factur-X, ZUGFeRD), or the XML of one (XRechnung,
              Peppol), from whomever you have it. Nothing is stored or sent on.
            </Text>
          </FileDrop>
          <Text size="sm">
            Software asks the same with{' '}
            <Code fz="sm" style={{ overflowWrap: 'anywhere' }}>
              POST /v1/e-invoices/inspect
            </Code>
            :{' '}
            <RouteLink to="/help/e-invoices#inspect" inherit>
              Help
            </RouteLink>
            .
          </Text>
        </Section>
        {inspected && (
          <Stack ref={result} tabIndex={-1} style={{ outline: 'none' }}>
            <Verdict {...inspected} />
            <Said inspection={inspected.inspection} />
          </Stack>
        )}
      </Stack>
    </Page>
  );
}
