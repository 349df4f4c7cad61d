import { useEffect, useState } from 'react';
import { answered, api, fetchFile } from '../api/client';
import { asProblem, type ApiProblem, type Fault, isUnready } from '../api/problem';
import { type components } from '../api/schema';
import { type CreateRequest } from '../invoices/create-request';
import { pdfOnly } from '../ui/e-invoice-formats';
import { type InvoiceValues } from './invoice-values';
import { previewOf, type Sending } from './request-body';

export type PreviewAnswer = components['schemas']['InvoicePreviewDto'];

const pauseMs = 400;
const retryMs = 5_000;
const path = '/dashboard/invoices/preview';

export interface Preview {
  /** What the server calculated last. */
  readonly answer: PreviewAnswer | undefined;
  /** The net amount of each line by its id. */
  readonly netAmounts: ReadonlyMap<string, string>;
  readonly pdf: Blob | undefined;
  /** What is shown may be older than what is typed. */
  readonly updating: boolean;
  readonly problem: ApiProblem | undefined;
  /** Whether the rules of the chosen format are not met yet. */
  readonly unready: boolean;
}

const nothing: Preview = {
  answer: undefined,
  netAmounts: new Map(),
  pdf: undefined,
  updating: false,
  problem: undefined,
  unready: false,
};

/**
 * What the server makes of the form as it stands: figures first, then the PDF. It waits for a pause in
 * typing and gives up what it asked before; the former answer stays until the next one is there.
 */
export function usePreview(
  values: InvoiceValues,
  onFaults: (faults: readonly Fault[], ids: Sending['ids']) => void,
): Preview {
  const [preview, setPreview] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  const wanted = JSON.stringify(previewOf(values));
  useEffect(() => {
    const abort = new AbortController();
    let retry: ReturnType<typeof setTimeout> | undefined;
    const update = (changes: Partial<Preview>) => {
      if (!abort.signal.aborted) setPreview((current) => ({ ...current, ...changes }));
    };
    const run = async () => {
      // The JSON text of undefined is undefined.
      if ((wanted as string | undefined) === undefined) {
        update(nothing);
        onFaults([], { line_items: [], discounts: [], charges: [] });
        return;
      }
      const { body, ids } = JSON.parse(wanted) as Sending;
      update({ updating: true });
      try {
        const { signal } = abort;
        const { answer, shown, unmet } = await calculated(body, signal);
        // The answer may have been there already when it was given up.
        if (signal.aborted) return;
        const net = answer.line_items.map((line, index): [string, string] => [
          ids.line_items[index] ?? '',
          line.net_amount,
        ]);
        const unready = unmet.length > 0;
        update({ answer, netAmounts: new Map(net), problem: undefined, unready });
        onFaults(unmet, ids);
        const headers = { accept: 'application/pdf', 'content-type': 'application/json' };
        const pdf = await fetchFile(path, {
          method: 'POST',
          headers,
          body: JSON.stringify(shown),
          signal,
        });
        update({ pdf, updating: false });
      } catch (error) {
        if (abort.signal.aborted) return;
        const problem = asProblem(error);
        update({ problem, updating: false });
        onFaults(problem.faults, ids);
        if (problem.status === 0 || problem.status >= 500) {
          retry = setTimeout(() => {
            setAttempt((former) => former + 1);
          }, retryMs);
        }
      }
    };
    const pause = setTimeout(() => void run(), pauseMs);
    return () => {
      clearTimeout(pause);
      clearTimeout(retry);
      abort.abort();
    };
  }, [wanted, attempt, onFaults]);
  const { unready } = preview;
  useEffect(() => {
    if (!unready) return;
    // Back from the organization settings, which may have what is missing.
    const again = () => {
      setAttempt((former) => former + 1);
    };
    window.addEventListener('focus', again);
    return () => {
      window.removeEventListener('focus', again);
    };
  }, [unready]);
  return preview;
}

interface Calculated {
  readonly answer: PreviewAnswer;
  /** What the figures and the page are of. */
  readonly shown: CreateRequest;
  /** The rules that keep it from being the e-invoice that it is to be. */
  readonly unmet: readonly Fault[];
}

/** What the server calculates; where only the rules of an e-invoice are in the way, of the PDF alone. */
async function calculated(body: CreateRequest, signal: AbortSignal): Promise<Calculated> {
  const post = async (shown: CreateRequest) =>
    (await answered(api.POST(path, { body: shown, signal }))) as PreviewAnswer;
  try {
    return { answer: await post(body), shown: body, unmet: [] };
  } catch (error) {
    const problem = asProblem(error);
    if (!isUnready(problem)) throw error;
    const shown = { ...body, format: pdfOnly } as const;
    return { answer: await post(shown), shown, unmet: problem.faults };
  }
}
