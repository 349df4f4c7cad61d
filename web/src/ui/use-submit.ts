import { type SyntheticEvent, useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import { type JsonForm } from './json-form';

/**
 * Runs what a form is for: once however often the button is pressed, with its refusal shown in the form.
 */
export function useSubmit<T extends object>(
  form: JsonForm<T>,
  work: (values: T) => Promise<void>,
): { busy: boolean; submit: (event?: SyntheticEvent) => void } {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const run = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    form.setProblem(undefined);
    try {
      await work(form.values);
    } catch (error) {
      form.setProblem(asProblem(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return {
    busy,
    submit: (event) => {
      event?.preventDefault();
      void run();
    },
  };
}
