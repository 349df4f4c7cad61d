import { Button } from '@mantine/core';
import { CheckIcon, ClipboardIcon } from '@heroicons/react/24/outline';
import { useEffect, useState } from 'react';

const shownMs = 2_000;

/** Copies a text and says so, also to a screen reader. */
export function Copy({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [outcome, setOutcome] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => {
      setOutcome(undefined);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome]);
  const copy = async () => {
    setOutcome((await copied(text)) ? 'Copied' : 'Select it and copy it by hand');
  };
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={() => void copy()}
      leftSection={outcome === 'Copied' ? <CheckIcon width={16} /> : <ClipboardIcon width={16} />}
    >
      <span aria-live="polite">{outcome ?? label}</span>
    </Button>
  );
}

async function copied(text: string): Promise<boolean> {
  // Browsers have no clipboard on plain http, which is how a server in the house is often reached.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (clipboard === undefined) return copiedByEvent(text);
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

function copiedByEvent(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works on plain http
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return done;
}
