import { Paper, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { day, moment, money } from '../ui/formats';
import { RouteLink } from '../ui/link';
import { addressLines } from './address-lines';
import { type Invoice } from './create-request';
import { documentNoun } from './document-type';
import styles from './invoice-details.module.css';
import { particularsOf } from './particulars';
import { StatusBadge } from './status';
import { settlementSums, sumsOf } from './totals';

const origins: Record<Invoice['source'], string> = {
  api: 'through the API',
  dashboard: 'in the dashboard',
};

/** Who, when and how much of an invoice, in the figures of the API. */
export function InvoiceDetails({ invoice }: { invoice: Invoice }) {
  const { recipient, due_date: dueDate, reference, customer_id: customerId } = invoice;
  return (
    <Paper withBorder p="md">
      <dl className={styles['list']}>
        <Detail name="Status">
          <StatusBadge status={invoice.status} />
        </Detail>
        <Detail name="Recipient">
          {customerId === null ? (
            <Text fw={600}>{recipient.name}</Text>
          ) : (
            <RouteLink to={`/customers/${customerId}`} fw={600}>
              {recipient.name}
            </RouteLink>
          )}
          {recipient.email !== undefined && <Text size="sm">{recipient.email}</Text>}
          {addressLines(recipient.address).map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
        </Detail>
        <Detail name="Date">{day(invoice.date)}</Detail>
        {dueDate !== null && <Detail name="Due">{day(dueDate)}</Detail>}
        {invoice.valid_until !== null && (
          <Detail name="Valid until">{day(invoice.valid_until)}</Detail>
        )}
        <Linked name="Made of" document={invoice.converted_from} />
        <Linked name="Became" document={invoice.converted_to} />
        {reference !== null && <Detail name="Reference">{reference}</Detail>}
        {particularsOf(invoice).map(({ name, lines }) => (
          <Detail key={name} name={name}>
            {lines.map((line, index) => (
              <Text key={line} {...(index > 0 && { size: 'sm' })}>
                {line}
              </Text>
            ))}
          </Detail>
        ))}
        <Detail name="Made">
          {moment(invoice.created_at)}, {origins[invoice.source]}
        </Detail>
      </dl>
      <Totals invoice={invoice} />
    </Paper>
  );
}

/** The document that this one came of, or became. */
function Linked({ name, document }: { name: string; document: Invoice['converted_to'] }) {
  if (document === null) return null;
  return (
    <Detail name={name}>
      <RouteLink to={`/invoices/${document.id}`}>
        {documentNoun(document.type)} {document.invoice_number}
        {document.status === 'void' && ' (void)'}
      </RouteLink>
    </Detail>
  );
}

function Totals({ invoice }: { invoice: Invoice }) {
  return (
    <dl className={styles['totals']} aria-label="Totals">
      {sumsOf(invoice).map(({ name, amount }, index) => (
        <Amount key={index} name={name}>
          {amount}
        </Amount>
      ))}
      <Amount name="Total" strong>
        {money(invoice.total, invoice.currency)}
      </Amount>
      {settlementSums(invoice).map(({ name, amount, strong }) => (
        <Amount key={name} name={name} strong={strong}>
          {amount}
        </Amount>
      ))}
    </dl>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Stack component="dd" gap={0} m={0} className={styles['value']}>
        {children}
      </Stack>
    </div>
  );
}

interface AmountProps {
  readonly name: string;
  readonly strong?: boolean | undefined;
  readonly children: string;
}

function Amount({ name, strong = false, children }: AmountProps) {
  return (
    <div className={strong ? styles['strong'] : undefined}>
      <dt>{name}</dt>
      <dd className="amount">{children}</dd>
    </div>
  );
}
