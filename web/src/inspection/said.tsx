import { Accordion, Text } from '@mantine/core';
import { useState } from 'react';
import { addressLines } from '../invoices/address-lines';
import { CodeText } from '../ui/code-text';
import { Fact, Facts } from '../ui/facts';
import { Section } from '../ui/section';
import { type InspectedInvoice, type Inspection } from './inspection-data';
import { SaidItems, SaidTotals } from './said-figures';
import { writtenDay } from './written';

type Party = NonNullable<InspectedInvoice['organization'] | InspectedInvoice['recipient']>;

/** What an e-invoice says, as a person reads an invoice, and as the JSON of a request. */
export function Said({ inspection }: { inspection: Inspection }) {
  const { invoice, type } = inspection;
  return (
    <>
      <Section title={type === 'invoice' ? 'Invoice' : 'Credit note'}>
        <Facts>
          {factsOf(inspection).map(({ name, lines }) => (
            <Fact key={name} name={name}>
              {lines.map((line, index) => (
                <Text key={index} {...(index > 0 && { size: 'sm' })}>
                  {line}
                </Text>
              ))}
            </Fact>
          ))}
        </Facts>
        <SaidItems invoice={invoice} />
        <SaidTotals {...inspection} />
      </Section>
      <Json invoice={invoice} />
    </>
  );
}

function factsOf({ invoice, specification }: Inspection) {
  const { organization, recipient, date, due_date: due, payment } = invoice;
  const all: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ['Number', [invoice.invoice_number]],
    ['Date', [date && writtenDay(date)]],
    ['Due', [due && writtenDay(due)]],
    ['Seller', partyLines(organization)],
    ['Buyer', partyLines(recipient)],
    ['Buyer reference', [recipient?.buyer_reference]],
    ['Purchase order', [invoice.reference]],
    ['Pay to', [payment?.iban, payment?.account_name, payment?.reference]],
    ['Terms', [invoice.terms]],
    ['Notes', [invoice.notes]],
    ['Specification', [specification ?? undefined]],
  ];
  return all
    .map(([name, lines]) => ({ name, lines: lines.filter((line) => line !== undefined) }))
    .filter(({ lines }) => lines.length > 0);
}

function partyLines(party: Party | undefined): (string | undefined)[] {
  if (party === undefined) return [];
  return [party.name, ...addressLines(party.address), party.tax_id, party.email];
}

function Json({ invoice }: { invoice: InspectedInvoice }) {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Accordion variant="contained" order={2} value={opened} onChange={setOpened}>
      <Accordion.Item value="json">
        <Accordion.Control>JSON</Accordion.Control>
        <Accordion.Panel>
          {opened !== null && (
            <CodeText label="E-invoice as JSON" text={JSON.stringify(invoice, null, 2)}>
              What it says as the body of a request to Finvo.
            </CodeText>
          )}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
