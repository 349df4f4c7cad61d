import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { PlusIcon } from '@heroicons/react/24/outline';
import { Link, useNavigate, useParams } from 'react-router';
import { answered, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { RouteLink } from '../ui/link';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { ArchiveButton } from './archive-button';
import { type Customer, useCustomer, useReload } from './catalog-data';
import { CustomerDetails } from './customer-details';
import { EditCustomer } from './customer-dialogs';
import { CustomerInvoices } from './customer-invoices';
import { RemoveEntry } from './remove-entry';

export default function CustomerScreen() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useCustomer(id);
  // First, as what was read before is kept beside the error.
  if (error instanceof ApiProblem && error.status === 404) return <CustomerGone id={id} />;
  if (data !== undefined) return <CustomerPage customer={data} />;
  return (
    <Page title="Customer">
      {error === null ? (
        <Skeleton h={300} />
      ) : (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
    </Page>
  );
}

function CustomerPage({ customer }: { customer: Customer }) {
  const { id, name, archived } = customer;
  const [editing, edit] = useDisclosure();
  const [removing, remove] = useDisclosure();
  const reload = useReload('customers');
  const navigate = useNavigate();
  const params = { path: { id } };
  return (
    <Page
      title={name}
      width={900}
      actions={
        <Button
          component={Link}
          to={`/invoices/new?from=${id}`}
          leftSection={<PlusIcon width={18} />}
        >
          Invoice for this customer
        </Button>
      }
    >
      <Stack gap="lg">
        {archived && (
          <Text>
            <Badge color="gray" mr="xs">
              Archived
            </Badge>
            Not offered any more where invoices are made.
          </Text>
        )}
        <CustomerDetails customer={customer} />
        <Group gap="sm">
          <Button variant="default" onClick={edit.open}>
            Edit
          </Button>
          <ArchiveButton
            archived={archived}
            name={name}
            change={async (next) => {
              const body = { archived: next };
              await answered(api.PATCH('/dashboard/customers/{id}', { params, body }));
              await reload();
            }}
          />
          <Button variant="default" onClick={remove.open}>
            Remove
          </Button>
        </Group>
        <CustomerInvoices customerId={id} />
      </Stack>
      <EditCustomer customer={customer} opened={editing} close={edit.close} />
      <RemoveEntry
        kind="customer"
        name={name}
        opened={removing}
        close={remove.close}
        remove={async () => {
          await answered(api.DELETE('/dashboard/customers/{id}', { params }));
          void navigate('/customers');
          await reload();
        }}
      />
    </Page>
  );
}

/** Invoices name their customers for ever, also those who were removed. */
function CustomerGone({ id }: { id: string }) {
  return (
    <Page title="Customer not found" width={900}>
      <Stack gap="lg">
        <Text>
          There is no customer at this address any more.{' '}
          <RouteLink to="/customers">See all customers</RouteLink>
        </Text>
        {id.startsWith('cus_') && <CustomerInvoices customerId={id} />}
      </Stack>
    </Page>
  );
}
