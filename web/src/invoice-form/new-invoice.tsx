import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { answered, api } from '../api/client';
import { createRequestOf } from '../invoices/create-request';
import { useSignedIn } from '../session/session';
import { LoadProblem } from '../ui/load-problem';
import { noLanguage } from '../ui/languages';
import { Page } from '../ui/page';
import { type Draft, openDraft } from './drafts';
import { InvoiceForm } from './invoice-form';
import { emptyValues, type InvoiceValues, valuesOf } from './invoice-values';

interface Start {
  readonly initial: InvoiceValues;
  readonly draft: Draft;
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
  useEffect(() => {
    let gone = false;
    const isHere = () => !gone;
    let draft: Draft | undefined;
    const begin = async () => {
      const opened = await openDraft(account.id, from);
      draft = opened.draft;
      if (!isHere()) {
        draft.close();
        return;
      }
      const initial = opened.saved?.values ?? (from ? await copyOf(from) : emptyValues());
      if (isHere()) setStart({ initial, draft, restored: opened.saved !== undefined });
    };
    begin().catch((cause: unknown) => {
      if (isHere()) setError(cause);
    });
    return () => {
      gone = true;
      draft?.close();
      setStart(undefined);
      setError(undefined);
    };
  }, [account.id, from, run]);
  const again = () => {
    setRun((former) => former + 1);
  };
  return (
    <Page title={recurring ? 'New recurring invoice' : 'New invoice'}>
      {error !== undefined && <LoadProblem error={error} retry={again} />}
      {error === undefined && start === undefined && <Skeleton h={600} />}
      {start && (
        <InvoiceForm
          {...start}
          recurring={recurring}
          onStartOver={() => {
            start.draft.forget();
            again();
          }}
        />
      )}
    </Page>
  );
}

/** An earlier invoice to be made again: of today, with the present terms and payment details. */
async function copyOf(id: string): Promise<InvoiceValues> {
  const params = { path: { id } };
  const invoice = await answered(api.GET('/dashboard/invoices/{id}', { params }));
  const request = createRequestOf(invoice);
  const { date: _date, due_date: _dueDate, payment: _payment, ...kept } = request;
  // Said in any case, as the profile may name a second language that this invoice does not have.
  return valuesOf({ ...kept, second_language: kept.second_language ?? noLanguage });
}
