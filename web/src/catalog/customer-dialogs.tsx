import { answered, api } from '../api/client';
import { type Customer, type CustomerRequest, useReload } from './catalog-data';
import { filledFields, saidFields } from './changes';
import { CustomerFields, customerFieldNames } from './customer-fields';
import { EntryDialog } from './entry-dialog';

type Values = Partial<CustomerRequest>;

interface NewCustomerProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly onStored: (customer: Customer) => void;
}

/** Asks for a new customer and stores it. */
export function NewCustomer({ opened, close, onStored }: NewCustomerProps) {
  const reload = useReload('customers');
  return (
    <EntryDialog<Values>
      opened={opened}
      close={close}
      title="New customer"
      initial={{}}
      save={async ({ name = '', ...values }) => {
        const body = { name, ...values };
        onStored(await answered(api.POST('/dashboard/customers', { body })));
        await reload();
      }}
      fields={(form) => <CustomerFields form={form} />}
    />
  );
}

interface EditCustomerProps {
  readonly customer: Customer;
  readonly opened: boolean;
  readonly close: () => void;
}

/** Changes what is said of a customer. */
export function EditCustomer({ customer, opened, close }: EditCustomerProps) {
  const reload = useReload('customers');
  const params = { path: { id: customer.id } };
  return (
    <EntryDialog<Values>
      opened={opened}
      close={close}
      title="Edit the customer"
      initial={filledFields(customer, customerFieldNames) as Values}
      save={async (values) => {
        const body = { ...saidFields(values, customerFieldNames), name: values.name ?? '' };
        await answered(api.PATCH('/dashboard/customers/{id}', { params, body }));
        await reload();
      }}
      fields={(form) => <CustomerFields form={form} />}
    />
  );
}
