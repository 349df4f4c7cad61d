import { Accordion } from '@mantine/core';
import { useState } from 'react';
import { useSignedIn } from '../session/session';
import { CodeText } from '../ui/code-text';
import {
  cashRoundingOf,
  createRequestOf,
  formatOf,
  type Invoice,
  looksOf,
  paymentCodeOf,
  secondLanguageOf,
  senderOverrides,
} from './create-request';
import { curlOf } from './curl';

/** The invoice as software sees it: the answer of the API, and the request that makes the same one. */
export function InvoiceCode({ invoice }: { invoice: Invoice }) {
  const [opened, setOpened] = useState<string[]>([]);
  return (
    <Accordion multiple variant="contained" order={2} value={opened} onChange={setOpened}>
      <Accordion.Item value="json">
        <Accordion.Control>JSON</Accordion.Control>
        <Accordion.Panel>
          {opened.includes('json') && (
            <CodeText label="Invoice as JSON" text={JSON.stringify(invoice, null, 2)} />
          )}
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="curl">
        <Accordion.Control>curl</Accordion.Control>
        <Accordion.Panel>{opened.includes('curl') && <Curl invoice={invoice} />}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Curl({ invoice }: { invoice: Invoice }) {
  const profile = useSignedIn().organization;
  const organization = senderOverrides(invoice, profile);
  const request = {
    ...createRequestOf(invoice),
    ...secondLanguageOf(invoice, profile),
    ...cashRoundingOf(invoice, profile),
    ...looksOf(invoice, profile),
    ...formatOf(invoice, profile),
    ...paymentCodeOf(invoice, profile),
    ...(organization && { organization }),
  };
  return (
    <CodeText label="Request with curl" text={curlOf(request, window.location.origin)}>
      Makes this invoice again under the next number, with your API key in FINVO_API_KEY.
    </CodeText>
  );
}
