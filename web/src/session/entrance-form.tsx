import { Button, Stack, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';
import { type JsonForm, type TextField } from '../ui/json-form';
import { PasswordField } from '../ui/password-field';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';

interface EntranceFormProps<T extends object> {
  readonly form: JsonForm<T>;
  /** What the one button says. */
  readonly action: string;
  readonly work: (values: T) => Promise<void>;
  readonly children: ReactNode;
}

/** The form of a screen before the dashboard: its fields, its refusal and one button. */
export function EntranceForm<T extends object>({
  form,
  action,
  work,
  children,
}: EntranceFormProps<T>) {
  const { busy, submit } = useSubmit(form, work);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        {children}
        <Button type="submit" loading={busy} fullWidth>
          {action}
        </Button>
      </Stack>
    </form>
  );
}

/** The address a person signs in with. */
export function EmailField(field: TextField) {
  return (
    <TextInput
      label="E-mail"
      type="email"
      autoComplete="username"
      required
      withAsterisk={false}
      autoFocus
      {...field}
    />
  );
}

/** A password that is chosen now. */
export function NewPasswordField({ label, ...field }: TextField & { label: string }) {
  return (
    <PasswordField
      label={label}
      description="At least 15 characters; a few random words are easy to remember."
      autoComplete="new-password"
      {...field}
    />
  );
}
