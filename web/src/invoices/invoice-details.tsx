import { Paper, Text } from '@mantine/core';
import { Amount, Fact, Facts, Sums } from '../ui/facts';
import { day, moment, money } from '../ui/formats';
import { RouteLink } from '../ui/link';
import { addressLines } from './address-lines';
import { type Invoice } from './create-request';
import { documentNoun } from './document-type';
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
      <Facts>
        <Fact name="Status">
          <StatusBadge status={invoice.status} />
        </Fact>
        <Fact name="Recipient">
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
        </Fact>
        <Fact name="Date">{day(invoice.date)}</Fact>
        {dueDate !== null && <Fact name="Due">{day(dueDate)}</Fact>}
        {invoice.valid_until !== null && <Fact name="Valid until">{day(invoice.valid_until)}</Fact>}
        <Linked name="Made of" document={invoice.converted_from} />
        <Linked name="Became" document={invoice.converted_to} />
        {reference !== null && <Fact name="Reference">{reference}</Fact>}
        {particularsOf(invoice).map(({ name, lines }) => (
          <Fact key={name} name={name}>
            {lines.map((line, index) => (
              <Text key={line} {...(index > 0 && { size: 'sm' })}>
                {line}
              </Text>
            ))}
          </Fact>
        ))}
        <Fact name="Made">
          {moment(invoice.created_at)}, {origins[invoice.source]}
        </Fact>
      </Facts>
      <Totals invoice={invoice} />
    </Paper>
  );
}

/** The document that this one came of, or became. */
function Linked({ name, document }: { name: string; document: Invoice['converted_to'] }) {
  if (document === null) return null;
  return (
    <Fact name={name}>
      <RouteLink to={`/invoices/${document.id}`}>
        {documentNoun(document.type)} {document.invoice_number}
        {document.status === 'void' && ' (void)'}
      </RouteLink>
    </Fact>
  );
}

function Totals({ invoice }: { invoice: Invoice }) {
  return (
    <Sums>
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
    </Sums>
  );
}
