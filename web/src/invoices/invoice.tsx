import { Grid, Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useParams } from 'react-router';
import { ApiProblem } from '../api/problem';
import { RouteLink } from '../ui/link';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { PdfView } from '../ui/pdf-view';
import { ExpiredNote } from './conversion';
import { CorrectsNote, CreditNotes } from '../crediting/credit-notes';
import { type Invoice, isIssued } from './create-request';
import { documentNoun } from './document-type';
import { DraftActions } from './draft-actions';
import { DraftReadiness } from './draft-readiness';
import { EmailList } from './email-list';
import { InvoiceAttachments } from './invoice-attachments';
import { InvoiceActions } from './invoice-actions';
import { InvoiceCode } from './invoice-code';
import { InvoiceDetails } from './invoice-details';
import { VoidNote } from './void-note';
import { useInvoice, useInvoicePdf } from './invoice-query';

export default function InvoiceScreen() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useInvoice(id);
  if (data !== undefined) return <InvoicePage invoice={data} />;
  if (error instanceof ApiProblem && error.status === 404) return <InvoiceNotFound />;
  return (
    <Page title="Invoice">
      {error === null ? (
        <Columns
          details={<Skeleton h={420} />}
          pdf={<PdfView file={undefined} label="Invoice" />}
        />
      ) : (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
    </Page>
  );
}

function InvoicePage({ invoice }: { invoice: Invoice }) {
  const pdf = useInvoicePdf(invoice.id);
  const issued = isIssued(invoice);
  const title = issued
    ? `${documentNoun(invoice.type)} ${invoice.invoice_number}`
    : `Draft for ${invoice.recipient.name}`;
  const actions = issued ? (
    <InvoiceActions invoice={invoice} pdf={pdf.data} />
  ) : (
    <DraftActions draft={invoice} pdf={pdf.data} />
  );
  return (
    <Page title={title} actions={actions}>
      <Columns
        details={
          <>
            <VoidNote invoice={invoice} />
            <ExpiredNote invoice={invoice} />
            <CorrectsNote invoice={invoice} />
            {!issued && <DraftReadiness draft={invoice} />}
            <InvoiceDetails invoice={invoice} />
            <CreditNotes invoice={invoice} />
            <InvoiceAttachments attachments={invoice.attachments} />
            {issued && <EmailList invoiceId={invoice.id} />}
            {invoice.type !== 'credit_note' && <InvoiceCode invoice={invoice} />}
          </>
        }
        pdf={
          pdf.data === undefined && pdf.error !== null ? (
            <LoadProblem error={pdf.error} retry={() => void pdf.refetch()} />
          ) : (
            <PdfView file={pdf.data} label={title} />
          )
        }
      />
    </Page>
  );
}

function Columns({ details, pdf }: { details: ReactNode; pdf: ReactNode }) {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 5, lg: 4 }}>
        <Stack>{details}</Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7, lg: 8 }}>{pdf}</Grid.Col>
    </Grid>
  );
}

function InvoiceNotFound() {
  return (
    <Page title="Invoice not found">
      <Text>
        There is no invoice at this address. <RouteLink to="/invoices">See all invoices</RouteLink>
      </Text>
    </Page>
  );
}
