import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { answered, api } from '../api/client';
import { isExempt, kindOf, ofKind, taxKinds } from '../invoice-form/tax-kinds';
import { Dialog } from '../ui/dialog';
import { type JsonForm, useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { type TaxPreset, type TaxPresetRequest, useReloadTaxPresets } from './tax-presets-data';

type Values = Partial<TaxPresetRequest> & { readonly rate?: string };

interface TaxPresetDialogProps {
  readonly edited: TaxPreset | 'new' | undefined;
  readonly close: () => void;
}

/** A dialog that adds a preset or changes one. */
export function TaxPresetDialog({ edited, close }: TaxPresetDialogProps) {
  const title = edited === 'new' ? 'Add a tax' : 'Edit the tax';
  return (
    <Dialog opened={edited !== undefined} onClose={close} title={title}>
      {edited && <PresetForm preset={edited === 'new' ? undefined : edited} close={close} />}
    </Dialog>
  );
}

function PresetForm({ preset, close }: { preset: TaxPreset | undefined; close: () => void }) {
  const form = useJsonForm<Values>(() => valuesOf(preset));
  const reload = useReloadTaxPresets();
  const { busy, submit } = useSubmit(form, async (values: Values) => {
    const body = values as TaxPresetRequest;
    if (preset === undefined) await answered(api.POST('/dashboard/tax-presets', { body }));
    else {
      const params = { path: { id: preset.id } };
      await answered(api.PUT('/dashboard/tax-presets/{id}', { params, body }));
    }
    await reload();
    close();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <PresetFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {preset === undefined ? 'Add' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function PresetFields({ form }: { form: JsonForm<Values> }) {
  const { values } = form;
  const kind = kindOf(values);
  return (
    <>
      <TextInput
        label="Name"
        description="What you choose it by."
        placeholder="VAT 20"
        autoComplete="off"
        data-autofocus
        {...form.text('/name')}
      />
      <Group gap="sm" align="flex-start">
        <TextInput
          label="Name on the invoice"
          placeholder="VAT"
          flex={1}
          autoComplete="off"
          {...form.text('/tax_name')}
        />
        <TextInput
          label="Rate %"
          w={100}
          inputMode="decimal"
          {...form.text('/rate')}
          readOnly={isExempt(kind) && values.rate === '0'}
        />
      </Group>
      <NativeSelect
        label="Kind"
        data={taxKinds}
        value={kind}
        error={form.error('/category')}
        onChange={({ currentTarget }) => {
          const { name, tax_name: taxName, ...tax } = values;
          const next = ofKind(tax, currentTarget.value);
          form.replace({ ...next, name, tax_name: taxName } as Values);
        }}
      />
      {isExempt(kind) && (
        <TextInput
          label="Reason (optional)"
          description="Left empty, the invoice prints the usual sentence in its language."
          {...form.text('/exemption_reason')}
        />
      )}
    </>
  );
}

/** The preset under edit, without what is empty. */
function valuesOf(preset: TaxPreset | undefined): Values {
  if (preset === undefined) return {};
  const { name, tax_name, rate, category, compound, exemption_reason: reason } = preset;
  return {
    name,
    tax_name,
    rate,
    category: category,
    ...(compound && { compound }),
    ...(reason !== null && { exemption_reason: reason }),
  };
}
