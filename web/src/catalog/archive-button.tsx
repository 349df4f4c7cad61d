import { Button, type ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { asProblem } from '../api/problem';

interface ArchiveButtonProps extends ButtonProps {
  readonly archived: boolean;
  readonly name: string;
  readonly change: (archived: boolean) => Promise<void>;
}

/** Puts an entry away, or brings it back. */
export function ArchiveButton({ archived, name, change, ...others }: ArchiveButtonProps) {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await change(!archived);
    } catch (error) {
      notifications.show({ color: 'red', message: asProblem(error).message });
    } finally {
      setBusy(false);
    }
  };
  const action = archived ? 'Bring back' : 'Archive';
  return (
    <Button
      variant="default"
      loading={busy}
      aria-label={`${action} ${name}`}
      {...others}
      onClick={() => void run()}
    >
      {action}
    </Button>
  );
}
