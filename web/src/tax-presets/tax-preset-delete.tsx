import { Text } from '@mantine/core';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { Question } from '../ui/question';
import { type TaxPreset, useReloadTaxPresets } from './tax-presets-data';

interface DeleteTaxPresetProps {
  readonly preset: TaxPreset | undefined;
  readonly close: () => void;
}

/** Asks before a preset goes. */
export function DeleteTaxPreset({ preset, close }: DeleteTaxPresetProps) {
  const reload = useReloadTaxPresets();
  const work = async () => {
    const params = { path: { id: preset?.id ?? '' } };
    await answered(api.DELETE('/dashboard/tax-presets/{id}', { params }));
    close();
    await reload();
  };
  return (
    <Dialog opened={preset !== undefined} onClose={close} title="Delete the tax">
      <Question action="Delete" work={work} close={close}>
        <Text style={{ overflowWrap: 'anywhere' }}>
          “{preset?.name}” can no longer be chosen, and requests that name it are refused. Invoices
          that were made with it stay as they are.
        </Text>
      </Question>
    </Dialog>
  );
}
