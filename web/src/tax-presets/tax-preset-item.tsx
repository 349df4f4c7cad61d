import { Button, Card, Group, Text, VisuallyHidden } from '@mantine/core';
import { taxKinds } from '../invoice-form/tax-kinds';
import { type TaxPreset } from './tax-presets-data';

interface TaxPresetItemProps {
  readonly preset: TaxPreset;
  readonly edit: (preset: TaxPreset) => void;
  readonly remove: (preset: TaxPreset) => void;
}

/** A preset, what is printed of it, and what can be done with it. */
export function TaxPresetItem({ preset, edit, remove }: TaxPresetItemProps) {
  const { name, tax_name: taxName, rate, exemption_reason: reason } = preset;
  const kind = preset.compound ? 'compound' : preset.category;
  const words = taxKinds.find(({ value }) => value === kind)?.label;
  const button = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {[`${taxName} ${rate}%`, words, reason].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" flex="none">
          <Button
            {...button}
            onClick={() => {
              edit(preset);
            }}
          >
            Edit<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
          <Button
            {...button}
            c="var(--mantine-color-error)"
            onClick={() => {
              remove(preset);
            }}
          >
            Delete<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        </Group>
      </Group>
    </Card>
  );
}
