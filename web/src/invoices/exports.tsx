import { Button, Group } from '@mantine/core';
import { ArrowDownTrayIcon } from '@heroicons/react/24/outline';
import { type MouseEvent, useState } from 'react';
import { answered, api } from '../api/client';
import { type ApiProblem, asProblem } from '../api/problem';
import { type Filters } from './filters';
import { useRoomy } from './roomy';

type Kind = 'csv' | 'zip';

interface ExportsProps {
  readonly filters: Filters;
  readonly onProblem: (problem: ApiProblem | undefined) => void;
}

/** Downloads of all invoices that pass the filters, also of those that are not loaded. */
export function Exports({ filters, onProblem }: ExportsProps) {
  const [busy, setBusy] = useState<Kind>();
  const roomy = useRoomy();
  const start = async (kind: Kind, link: HTMLAnchorElement) => {
    setBusy(kind);
    onProblem(undefined);
    try {
      await check(kind, filters);
      save(link.href);
    } catch (error) {
      onProblem(asProblem(error));
    } finally {
      setBusy(undefined);
    }
  };
  const properties = (kind: Kind) => ({
    component: 'a' as const,
    href: `/dashboard/invoice-export/${kind}?${new URLSearchParams(filters).toString()}`,
    download: true,
    variant: 'default',
    loading: busy === kind,
    leftSection: roomy && <ArrowDownTrayIcon width={18} />,
    px: roomy ? undefined : 'xs',
    onClick: (event: MouseEvent<HTMLAnchorElement>) => {
      event.preventDefault();
      if (busy === undefined) void start(kind, event.currentTarget);
    },
  });
  return (
    <Group gap="xs">
      <Button {...properties('csv')}>Export CSV</Button>
      <Button {...properties('zip')}>Download PDFs (ZIP)</Button>
    </Group>
  );
}

/**
 * Asks for the file only until the server has said yes. The file itself, which may be larger than the
 * memory, is then left to the browser's downloads, whose refusals a page never learns of.
 */
async function check(kind: Kind, filters: Filters): Promise<void> {
  const stop = new AbortController();
  const options = {
    params: { query: filters },
    parseAs: 'stream' as const,
    signal: stop.signal,
  };
  await (kind === 'csv'
    ? answered(api.GET('/dashboard/invoice-export/csv', options))
    : answered(api.GET('/dashboard/invoice-export/zip', options)));
  stop.abort();
}

function save(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}
