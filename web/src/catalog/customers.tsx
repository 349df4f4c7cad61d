import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { PlusIcon } from '@heroicons/react/24/outline';
import { Link, useNavigate } from 'react-router';
import { RouteLink } from '../ui/link';
import { Page } from '../ui/page';
import { type Customer, useCustomers } from './catalog-data';
import styles from './catalog.module.css';
import { NewCustomer } from './customer-dialogs';
import { Filters, useEntryFilters } from './entry-filters';
import { EntryList } from './entry-list';

export default function Customers() {
  const [filters, change] = useEntryFilters();
  const list = useCustomers(filters);
  const [adding, add] = useDisclosure();
  const navigate = useNavigate();
  return (
    <Page
      title="Customers"
      width={900}
      actions={
        <Button leftSection={<PlusIcon width={18} />} onClick={add.open}>
          New customer
        </Button>
      }
    >
      <Stack>
        <Text c="dimmed">
          Whom you send invoices to. Your own software can store them with an invoice.{' '}
          <RouteLink to="/help/customers" underline="always">
            How that works
          </RouteLink>
        </Text>
        <Filters filters={filters} change={change} />
        <EntryList
          list={list}
          label="Customers"
          none={noneText(filters.q, filters.archived)}
          row={(customer) => <CustomerRow key={customer.id} customer={customer} />}
        />
      </Stack>
      <NewCustomer
        opened={adding}
        close={add.close}
        onStored={({ id }) => void navigate(`/customers/${id}`)}
      />
    </Page>
  );
}

function noneText(q: string, archived: boolean): string {
  if (q !== '') return 'No customer has this in its name, mail address or IDs.';
  return archived ? 'No customer is archived.' : 'There are no customers yet.';
}

function CustomerRow({ customer }: { customer: Customer }) {
  const { id, name, email, address, external_id: externalId } = customer;
  const more = [email, address?.city, externalId].filter(Boolean).join(' · ');
  return (
    <li className={styles['row']}>
      <Anchor component={Link} to={`/customers/${id}`} fw={600} className={styles['link']}>
        {name}
      </Anchor>
      {more !== '' && (
        <Text size="sm" c="dimmed">
          {more}
        </Text>
      )}
    </li>
  );
}
