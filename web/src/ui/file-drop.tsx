import { Button, FileButton, Stack, Text } from '@mantine/core';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import classes from './file-drop.module.css';

interface FileDropProps {
  /** What the file is, for those who hear the page. */
  readonly label: string;
  /** Endings and media types that the browser offers. */
  readonly accept: string;
  /** While a file is read, which is when no other is taken. */
  readonly busy: boolean;
  /** Why the last file was not taken. */
  readonly fault: string | undefined;
  readonly onFile: (file: File) => void;
  /** What a person wants to know before choosing. */
  readonly children: ReactNode;
}

/** A place where a file is dropped, or chosen. */
export function FileDrop({ label, accept, busy, fault, onFile, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  const forgetChoice = useRef<() => void>(null);
  const help = useId();
  const take = (file: File | null | undefined) => {
    if (file && !busy) onFile(file);
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <Stack
      gap="sm"
      align="flex-start"
      className={classes['drop']}
      data-over={over || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files[0]);
      }}
    >
      <div id={help}>{children}</div>
      <FileButton
        resetRef={forgetChoice}
        onChange={(file) => {
          // Browsers tell of no change when the same file is chosen again, as after it was mended.
          forgetChoice.current?.();
          take(file);
        }}
        accept={accept}
        inputProps={{ 'aria-label': label }}
      >
        {(props) => (
          <Button aria-describedby={help} loading={busy} {...props}>
            Choose a file
          </Button>
        )}
      </FileButton>
      <Text
        size="sm"
        c={fault === undefined ? 'dimmed' : 'var(--mantine-color-error)'}
        role="status"
      >
        {busy ? 'Reading…' : fault}
      </Text>
    </Stack>
  );
}
