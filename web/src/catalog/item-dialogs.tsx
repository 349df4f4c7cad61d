import { answered, api } from '../api/client';
import { type Item, type ItemRequest, useReload } from './catalog-data';
import { filledFields, saidFields } from './changes';
import { EntryDialog } from './entry-dialog';
import { ItemFields, itemFieldNames } from './item-fields';
import { taxesText } from './item-words';

type Values = Partial<ItemRequest>;

interface DialogProps {
  readonly opened: boolean;
  readonly close: () => void;
}

/** Asks for a new item and stores it. */
export function NewItem({ opened, close }: DialogProps) {
  const reload = useReload('items');
  return (
    <EntryDialog<Values>
      opened={opened}
      close={close}
      title="New item"
      initial={{}}
      save={async ({ description = '', ...values }) => {
        const body = { description, ...values };
        await answered(api.POST('/dashboard/items', { body }));
        await reload();
      }}
      fields={(form) => <ItemFields form={form} taxes={undefined} />}
    />
  );
}

/** Changes what is said of an item. */
export function EditItem({ item, opened, close }: DialogProps & { item: Item }) {
  const reload = useReload('items');
  const params = { path: { id: item.id } };
  return (
    <EntryDialog<Values>
      opened={opened}
      close={close}
      title="Edit the item"
      initial={filledFields(item, itemFieldNames) as Values}
      save={async (values) => {
        const body = {
          ...saidFields(values, itemFieldNames),
          description: values.description ?? '',
        };
        await answered(api.PATCH('/dashboard/items/{id}', { params, body }));
        await reload();
      }}
      fields={(form) => <ItemFields form={form} taxes={taxesText(item)} />}
    />
  );
}
