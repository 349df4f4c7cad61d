import { Accordion, Box, Code, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useSignedIn } from '../session/session';
import { Copy } from '../ui/copy';
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
import styles from './invoice-details.module.css';

/** The invoice as software sees it: the answer of the API, and the request that makes the same one. */
export function InvoiceCode({ invoice }: { invoice: Invoice }) {
  const [opened, setOpened] = useState<string[]>([]);
  return (
    <Accordion
      multiple
      variant="contained"
      order={2}
      value={opened}
      onChange={setOpened}
      className={styles['code']}
    >
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

interface CodeTextProps {
  readonly label: string;
  readonly text: string;
  readonly children?: string;
}

/** A long text in a narrow place: the button stands above it, and it scrolls by itself. */
function CodeText({ label, text, children }: CodeTextProps) {
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="xs">
        <Text size="sm">{children}</Text>
        <Box flex="none">
          <Copy text={text} />
        </Box>
      </Group>
      <Code block tabIndex={0} role="group" aria-label={label}>
        {text}
      </Code>
    </>
  );
}
