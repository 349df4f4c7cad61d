import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { useJsonForm } from './json-form';
import { ProblemAlert } from './problem-alert';
import { useSubmit } from './use-submit';

interface QuestionProps {
  /** What the button says that goes on. */
  readonly action: string;
  readonly work: () => Promise<void>;
  readonly close: () => void;
  /** What happens then. */
  readonly children: ReactNode;
}

/** The content of a dialog that asks before something is done; a refusal is shown in it. */
export function Question({ action, work, close, children }: QuestionProps) {
  const form = useJsonForm({});
  const { busy, submit } = useSubmit(form, work);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        {children}
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={close} data-autofocus>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
