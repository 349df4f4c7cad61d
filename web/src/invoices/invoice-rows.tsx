import { Anchor } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'react-router';
import { day, money } from '../ui/formats';
import { type InvoiceSummary } from './create-request';
import { TypeBadge } from './type-badge';
import { EmailBadge } from './email-status';
import styles from './invoice-rows.module.css';
import { sourceName, StatusBadge } from './status';

const columns = ['number', 'recipient', 'date', 'due', 'total', 'email', 'source'] as const;
type Column = (typeof columns)[number];

const headings: Record<Column, string> = {
  number: 'Number',
  recipient: 'Recipient',
  date: 'Date',
  due: 'Due',
  total: 'Total',
  email: 'E-mail',
  source: 'Source',
};

/** Invoices as a table, or as cards where there is little room; each leads to its page. */
export function InvoiceRows({ invoices }: { invoices: readonly InvoiceSummary[] }) {
  return (
    <div role="table" aria-label="Invoices" className={styles['table']}>
      <div role="rowgroup">
        <div role="row" className={classes('row', 'head')}>
          {columns.map((column) => (
            <div
              key={column}
              role="columnheader"
              className={column === 'total' ? 'amount' : classes(column)}
            >
              {headings[column]}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']}>
        {invoices.map((invoice) => (
          <InvoiceRow key={invoice.id} invoice={invoice} />
        ))}
      </div>
    </div>
  );
}

const InvoiceRow = memo(function InvoiceRow({ invoice }: { invoice: InvoiceSummary }) {
  const { id, invoice_number: number, due_date: dueDate, status, email } = invoice;
  return (
    <div role="row" className={classes('row')}>
      <div role="cell" className={classes('cell', 'number')}>
        <Anchor component={Link} to={`/invoices/${id}`} fw={600} className={styles['link']}>
          {number ?? 'Draft'}
        </Anchor>
        {status === 'void' && <StatusBadge status={status} size="sm" ml="xs" />}
        <div>
          <TypeBadge type={invoice.type} size="sm" />
        </div>
      </div>
      <div role="cell" className={classes('cell', 'recipient')} title={invoice.recipient.name}>
        {invoice.recipient.name}
      </div>
      <div role="cell" className={classes('cell', 'date')}>
        <span className={styles['label']}>Date </span>
        {day(invoice.date)}
      </div>
      <div role="cell" className={classes('cell', 'due')}>
        <span className={styles['label']}>Due </span>
        {dueDate === null ? '–' : day(dueDate)}
      </div>
      <div role="cell" className={`${classes('cell', 'total')} amount`}>
        {money(invoice.total, invoice.currency)}
      </div>
      <div role="cell" className={classes('cell', 'email')} title={email?.error ?? undefined}>
        {email != null && <EmailBadge status={email.status} size="sm" />}
      </div>
      <div role="cell" className={classes('cell', 'source')}>
        {sourceName(invoice.source)}
      </div>
    </div>
  );
});

function classes(...names: string[]): string {
  return names.map((name) => styles[name] ?? '').join(' ');
}
