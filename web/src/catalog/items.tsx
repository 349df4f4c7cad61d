import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { PlusIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { RouteLink } from '../ui/link';
import { Page } from '../ui/page';
import { ArchiveButton } from './archive-button';
import { type Item, useItems, useReload } from './catalog-data';
import styles from './catalog.module.css';
import { Filters, useEntryFilters } from './entry-filters';
import { EntryList } from './entry-list';
import { EditItem, NewItem } from './item-dialogs';
import { priceText, taxesText } from './item-words';
import { RemoveEntry } from './remove-entry';

export default function Items() {
  const [filters, change] = useEntryFilters();
  const list = useItems(filters);
  const [adding, add] = useDisclosure();
  return (
    <Page
      title="Items"
      width={900}
      actions={
        <Button leftSection={<PlusIcon width={18} />} onClick={add.open}>
          New item
        </Button>
      }
    >
      <Stack>
        <Text c="dimmed">
          What you sell again and again, to be picked for the lines of an invoice.{' '}
          <RouteLink to="/help/customers" underline="always">
            How that works
          </RouteLink>
        </Text>
        <Filters filters={filters} change={change} />
        <EntryList
          list={list}
          label="Items"
          none={noneText(filters.q, filters.archived)}
          row={(item) => <ItemRow key={item.id} item={item} />}
        />
      </Stack>
      <NewItem opened={adding} close={add.close} />
    </Page>
  );
}

function noneText(q: string, archived: boolean): string {
  if (q !== '') return 'No item has this in its description or ID.';
  return archived ? 'No item is archived.' : 'There are no items yet.';
}

type Dialog = 'edit' | 'remove';

function ItemRow({ item }: { item: Item }) {
  const { id, description, archived, external_id: externalId } = item;
  const [opened, open] = useState<Dialog>();
  const reload = useReload('items');
  const params = { path: { id } };
  const close = () => {
    open(undefined);
  };
  const rate = item.tax_rate === null ? taxesText(item) : `Tax ${item.tax_rate} %`;
  const more = [priceText(item), rate, externalId].filter(Boolean).join(' · ');
  const button = (dialog: Dialog, action: string) => (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`${action} ${description}`}
      onClick={() => {
        open(dialog);
      }}
    >
      {action}
    </Button>
  );
  return (
    <li className={styles['row']}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600}>{description}</Text>
          {more !== '' && (
            <Text size="sm" c="dimmed">
              {more}
            </Text>
          )}
        </div>
        <Group gap="xs">
          {button('edit', 'Edit')}
          <ArchiveButton
            size="compact-sm"
            archived={archived}
            name={description}
            change={async (next) => {
              const body = { archived: next };
              await answered(api.PATCH('/dashboard/items/{id}', { params, body }));
              await reload();
            }}
          />
          {button('remove', 'Remove')}
        </Group>
      </Group>
      <EditItem item={item} opened={opened === 'edit'} close={close} />
      <RemoveEntry
        kind="item"
        name={description}
        opened={opened === 'remove'}
        close={close}
        remove={async () => {
          await answered(api.DELETE('/dashboard/items/{id}', { params }));
          close();
          await reload();
        }}
      />
    </li>
  );
}
