import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type Dispatch, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client';
import { asProblem } from '../api/problem';
import { type components } from '../api/schema';
import { type CreateRequest } from '../invoices/create-request';
import { documentNoun } from '../invoices/document-type';
import { sessionKey } from '../session/session';
import { type FormAction } from './form-state';
import { type InvoiceValues } from './invoice-values';
import { sendingOf } from './request-body';
import { type UnfinishedForm } from './unfinished-forms';

/** The answer in JSON, which the document offers beside a PDF. */
type Created = components['schemas']['InvoiceDto'];

/** What a form is sent to become. */
export type Outcome = 'invoice' | 'draft';

interface Terms {
  readonly unfinished: Pick<UnfinishedForm, 'keyFor' | 'forget'>;
  readonly dispatch: Dispatch<FormAction>;
  /** The draft that is changed. */
  readonly draftId: string | undefined;
}

/** Creates the invoice or saves the draft: once, however often it is asked for and whatever the network does. */
export function useCreate(values: InvoiceValues, { unfinished, dispatch, draftId }: Terms) {
  const [busy, setBusy] = useState<Outcome>();
  const running = useRef(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const store = async (body: CreateRequest): Promise<Created> => {
    if (draftId !== undefined) {
      const params = { path: { id: draftId } };
      return answered(api.PUT('/dashboard/invoices/{id}', { body, params }));
    }
    const params = {
      header: { 'Idempotency-Key': unfinished.keyFor(values, JSON.stringify(body)) },
    };
    return (await answered(api.POST('/dashboard/invoices', { body, params }))) as Created;
  };
  const send = async (outcome: Outcome) => {
    const { body, ids } = sendingOf(values);
    try {
      const made = await store(outcome === 'draft' ? { ...body, draft: true } : body);
      unfinished.forget();
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0],
      });
      const { id, type, invoice_number: number } = made;
      const message =
        number === null ? 'The draft is saved.' : `${documentNoun(type)} ${number} is created.`;
      notifications.show({ message });
      void navigate(`/invoices/${id}`);
    } catch (error) {
      dispatch({ type: 'refused', problem: asProblem(error), ids });
    }
  };
  const create = (outcome: Outcome) => {
    if (running.current) return;
    running.current = true;
    setBusy(outcome);
    dispatch({ type: 'attempted' });
    void send(outcome).finally(() => {
      running.current = false;
      setBusy(undefined);
    });
  };
  return { busy, create };
}
