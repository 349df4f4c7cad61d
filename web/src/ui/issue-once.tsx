import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog';
import { type JsonForm, useJsonForm } from './json-form';
import { ProblemAlert } from './problem-alert';
import { useStay } from './stay';
import { useSubmit } from './use-submit';

interface IssueOnceProps<T extends object, Issued> {
  readonly opened: boolean;
  readonly close: () => void;
  readonly title: string;
  /** The title while the secret is shown. */
  readonly issuedTitle: string;
  readonly button: string;
  readonly initial: T;
  readonly send: (values: T) => Promise<Issued>;
  /** Has the list read again that the new thing stands in. */
  readonly reload: () => Promise<void>;
  readonly fields: (form: JsonForm<T>) => ReactNode;
  readonly shown: (issued: Issued, onStored: () => void) => ReactNode;
}

/** Asks what a new secret needs, and shows it once; then only its own button closes the dialog. */
export function IssueOnce<T extends object, Issued>(props: IssueOnceProps<T, Issued>) {
  const { initial, send, reload } = props;
  const form = useJsonForm<T>(initial);
  const [issued, setIssued] = useState<Issued>();
  const { busy, submit } = useSubmit(form, async (values) => {
    try {
      // No mutation of TanStack Query: its cache would keep the secret.
      setIssued(await send(values));
      form.replace(initial);
    } finally {
      // Also when the answer got lost on its way: what was made stands in the list.
      await reload();
    }
  });
  useStay(busy && issued === undefined);
  const forget = () => {
    setIssued(undefined);
    form.replace(initial);
    form.setProblem(undefined);
    props.close();
  };
  return (
    <Dialog
      opened={props.opened}
      onClose={() => {
        if (!busy && issued === undefined) forget();
      }}
      cross={issued === undefined}
      title={issued === undefined ? props.title : props.issuedTitle}
      size={issued === undefined ? 'md' : 'xl'}
    >
      {issued === undefined ? (
        <form onSubmit={submit} noValidate>
          <Stack>
            <ProblemAlert problem={form.problem} />
            {props.fields(form)}
            <Group justify="flex-end">
              <Button variant="default" disabled={busy} onClick={forget}>
                Cancel
              </Button>
              <Button type="submit" loading={busy}>
                {props.button}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        props.shown(issued, forget)
      )}
    </Dialog>
  );
}
