import { Alert, Button, Code, Group, Stack } from '@mantine/core';
import { ExclamationTriangleIcon } from '@heroicons/react/24/outline';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Copy } from './copy';
import { useStay } from './stay';

interface ShownOnceProps {
  /** What is said above the secret. */
  readonly lead: ReactNode;
  readonly secret: ReactNode;
  readonly children?: ReactNode;
  /** What is said to who would leave without it. */
  readonly warning: string;
  /** What the one button says. */
  readonly stored: string;
  readonly onStored: () => void;
}

/** Something secret that is shown this once: the page stays until the person says that it is stored. */
export function ShownOnce({ lead, secret, children, warning, stored, onStored }: ShownOnceProps) {
  const [stopped, setStopped] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  // Not the button: one Enter too many would close the dialog.
  useEffect(() => shown.current?.focus(), []);
  useStay(true, () => {
    setStopped(true);
  });
  return (
    <Stack>
      {lead}
      <div ref={shown} tabIndex={-1} style={{ outline: 'none' }}>
        {secret}
      </div>
      {children}
      {stopped && (
        <Alert
          role="alert"
          color="yellow"
          variant="light"
          icon={<ExclamationTriangleIcon width={20} />}
        >
          {warning}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button onClick={onStored}>{stored}</Button>
      </Group>
    </Stack>
  );
}

interface SecretTextProps {
  readonly label: string;
  readonly text: string;
  readonly copyLabel: string;
  /** More buttons beside the one that copies. */
  readonly children?: ReactNode;
}

/** A secret as text that wraps, and the way to copy it. */
export function SecretText({ label, text, copyLabel, children }: SecretTextProps) {
  return (
    <Stack gap={6} align="flex-start">
      <Code
        block
        role="group"
        aria-label={label}
        w="100%"
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {text}
      </Code>
      <Group gap="xs">
        <Copy text={text} label={copyLabel} />
        {children}
      </Group>
    </Stack>
  );
}
