import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type Dispatch, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client';
import { asProblem } from '../api/problem';
import { type components } from '../api/schema';
import { documentNoun } from '../invoices/document-type';
import { sessionKey } from '../session/session';
import { type Draft } from './drafts';
import { type FormAction } from './form-state';
import { type InvoiceValues } from './invoice-values';
import { sendingOf } from './request-body';

/** The answer in JSON, which the document offers beside a PDF. */
type Created = components['schemas']['InvoiceDto'];

/** Creates the invoice: once, however often it is asked for and whatever the network does. */
export function useCreate(
  values: InvoiceValues,
  draft: Pick<Draft, 'keyFor' | 'forget'>,
  dispatch: Dispatch<FormAction>,
) {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const send = async () => {
    const { body, ids } = sendingOf(values);
    const key = draft.keyFor(values, JSON.stringify(body));
    try {
      const params = { header: { 'Idempotency-Key': key } };
      const answer = await answered(api.POST('/dashboard/invoices', { body, params }));
      const { id, type, invoice_number: number } = answer as Created;
      draft.forget();
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0],
      });
      notifications.show({ message: `${documentNoun(type)} ${number} is created.` });
      void navigate(`/invoices/${id}`);
    } catch (error) {
      dispatch({ type: 'refused', problem: asProblem(error), ids });
    }
  };
  const create = () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    dispatch({ type: 'attempted' });
    void send().finally(() => {
      running.current = false;
      setBusy(false);
    });
  };
  return { busy, create };
}
