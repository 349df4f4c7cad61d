import { useEffect, useState } from 'react';
import { answered, api, fetchFile } from '../api/client';
import { asProblem, type ApiProblem, type Fault } from '../api/problem';
import { type components } from '../api/schema';
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
}

const nothing: Preview = {
  answer: undefined,
  netAmounts: new Map(),
  pdf: undefined,
  updating: false,
  problem: undefined,
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
        return;
      }
      const { body, ids } = JSON.parse(wanted) as Sending;
      update({ updating: true });
      try {
        const { signal } = abort;
        const answer = (await answered(api.POST(path, { body, signal }))) as PreviewAnswer;
        // The answer may have been there already when it was given up.
        if (signal.aborted) return;
        const net = answer.line_items.map((line, index): [string, string] => [
          ids.line_items[index] ?? '',
          line.net_amount,
        ]);
        update({ answer, netAmounts: new Map(net), problem: undefined });
        onFaults([], ids);
        const headers = { accept: 'application/pdf', 'content-type': 'application/json' };
        const pdf = await fetchFile(path, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
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
  return preview;
}
