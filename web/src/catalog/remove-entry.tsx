import { Text } from '@mantine/core';
import { Dialog } from '../ui/dialog';
import { Question } from '../ui/question';

interface RemoveEntryProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly kind: 'customer' | 'item';
  readonly name: string;
  readonly remove: () => Promise<void>;
}

/** Asks before a customer or an item goes for good. */
export function RemoveEntry({ opened, close, kind, name, remove }: RemoveEntryProps) {
  return (
    <Dialog opened={opened} onClose={close} title={`Remove the ${kind}`}>
      <Question action="Remove" work={remove} close={close}>
        <Text style={{ overflowWrap: 'anywhere' }}>
          {name} is gone for good then. Invoices stay exactly as they are. To keep the {kind}{' '}
          without being offered it, archive it instead.
        </Text>
      </Question>
    </Dialog>
  );
}
