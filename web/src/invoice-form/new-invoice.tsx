import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { answered, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { readCustomer } from '../catalog/catalog-data';
import { createRequestOf, recipientsPaymentOf } from '../invoices/create-request';
import { type DocumentType, documentWord } from '../invoices/document-type';
import { useSignedIn } from '../session/session';
import { LoadProblem } from '../ui/load-problem';
import { noLanguage } from '../ui/languages';
import { Page } from '../ui/page';
import { recipientOf } from './customer-values';
import { InvoiceForm } from './invoice-form';
import { emptyValues, type InvoiceValues, valuesOf } from './invoice-values';
import { openForm, type UnfinishedForm } from './unfinished-forms';

interface Start {
  readonly initial: InvoiceValues;
  readonly unfinished: UnfinishedForm;
  readonly restored: boolean;
}

export default function NewInvoice() {
  const { account } = useSignedIn();
  const [search] = useSearchParams();
  const from = search.get('from') ?? undefined;
  const recurring = search.has('recurring');
  const [run, setRun] = useState(0);
  const [start, setStart] = useState<Start>();
  const [error, setError] = useState<unknown>();
  const [type, setType] = useState<DocumentType>();
  useEffect(() => {
    let gone = false;
    const isHere = () => !gone;
    let unfinished: UnfinishedForm | undefined;
    const begin = async () => {
      const opened = await openForm(account.id, from);
      unfinished = opened.form;
      if (!isHere()) {
        unfinished.close();
        return;
      }
      const initial =
        opened.saved?.values ?? (from ? await startFrom(from, recurring) : emptyValues());
      if (isHere()) setStart({ initial, unfinished, restored: opened.saved !== undefined });
    };
    begin().catch((cause: unknown) => {
      if (isHere()) setError(cause);
    });
    return () => {
      gone = true;
      unfinished?.close();
      setStart(undefined);
      setError(undefined);
    };
  }, [account.id, from, recurring, run]);
  const again = () => {
    setRun((former) => former + 1);
  };
  return (
    <Page title={recurring ? 'New recurring invoice' : `New ${documentWord(type)}`}>
      {error !== undefined && <LoadProblem error={error} retry={again} />}
      {error === undefined && start === undefined && <Skeleton h={600} />}
      {start && (
        <InvoiceForm
          {...start}
          recurring={recurring}
          onType={setType}
          onStartOver={() => {
            start.unfinished.forget();
            again();
          }}
        />
      )}
    </Page>
  );
}

/** What an invoice begins with: an earlier invoice, or a stored customer. */
async function startFrom(id: string, recurring: boolean): Promise<InvoiceValues> {
  if (!id.startsWith('cus_')) {
    const { type, ...values } = await copyOf(id);
    return recurring || type === undefined ? values : { ...values, type };
  }
  const customer = await readCustomer(id);
  return { ...emptyValues(), customer: id, recipient: recipientOf(customer) };
}

/** An earlier invoice to be made again: of today, with the present terms and payment details. */
async function copyOf(id: string): Promise<InvoiceValues> {
  const params = { path: { id } };
  const invoice = await answered(api.GET('/dashboard/invoices/{id}', { params }));
  const request = createRequestOf(invoice);
  const { date: _date, due_date: _dueDate, valid_until: _validUntil, ...others } = request;
  const { payment: _payment, ...kept } = others;
  const customer = await storedCustomer(invoice.customer_id);
  // Said in any case, as the profile may name a second language or format that this invoice does not have.
  const second_language = kept.second_language ?? noLanguage;
  const format = invoice.type === 'invoice' ? invoice.format : undefined;
  return valuesOf({
    ...kept,
    ...(format !== undefined && { format }),
    ...recipientsPaymentOf(invoice),
    ...(customer !== undefined && { customer }),
    second_language,
  });
}

/** The id of a customer who may have been removed since. */
async function storedCustomer(id: string | null): Promise<string | undefined> {
  if (id === null) return undefined;
  try {
    return (await readCustomer(id)).id;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
}
