import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { ChevronDownIcon } from '@heroicons/react/24/outline';
import { type TaxPreset, useTaxPresets } from '../tax-presets/tax-presets-data';
import { type TaxValues } from './invoice-values';

interface TaxPresetMenuProps {
  readonly choose: (tax: TaxValues) => void;
  readonly disabled?: boolean;
  /** A mark inside of a field in place of a button with words. */
  readonly small?: boolean;
}

/** The account's tax presets to choose one from; nothing where there are none. */
export function TaxPresetMenu({ choose, disabled = false, small = false }: TaxPresetMenuProps) {
  const { data: presets = [] } = useTaxPresets();
  if (presets.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal shadow="md">
      <Menu.Target>
        {small ? (
          <ActionIcon variant="subtle" color="gray" aria-label="Tax presets" disabled={disabled}>
            <ChevronDownIcon width={14} />
          </ActionIcon>
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            rightSection={<ChevronDownIcon width={14} />}
            disabled={disabled}
          >
            Add a preset
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown mah={300} style={{ overflowY: 'auto' }}>
        {presets.map((preset) => (
          <Menu.Item
            key={preset.id}
            onClick={() => {
              choose(taxOf(preset));
            }}
          >
            {preset.name}{' '}
            <Text component="span" size="sm" c="dimmed">
              {preset.tax_name} {preset.rate}%
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The invoice keeps what the preset is now. */
function taxOf(preset: TaxPreset): TaxValues {
  const { tax_name: name, rate, category, compound, exemption_reason: reason } = preset;
  return {
    name,
    rate,
    category,
    ...(compound && { compound }),
    ...(reason !== null && { exemption_reason: reason }),
  };
}
