import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A password; says by ARIA that it is faulty, which Mantine's own field leaves out. */
export function PasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      required
      withAsterisk={false}
      aria-invalid={Boolean(props.error) || undefined}
      visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': 'Show password' }}
      {...props}
    />
  );
}
