import { Button, Card, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { RouteLink } from '../ui/link';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { DeleteTaxPreset } from './tax-preset-delete';
import { TaxPresetDialog } from './tax-preset-dialog';
import { TaxPresetItem } from './tax-preset-item';
import { type TaxPreset, useTaxPresets } from './tax-presets-data';

export default function TaxPresets() {
  const { data: presets, error, refetch } = useTaxPresets();
  const [edited, edit] = useState<TaxPreset | 'new'>();
  const [removed, remove] = useState<TaxPreset>();
  const add = () => {
    edit('new');
  };
  return (
    <Page title="Taxes" width={900} actions={<Button onClick={add}>Add tax</Button>}>
      <Stack>
        <Text c="dimmed">
          Taxes that you use again and again. You choose them in a new invoice, and your software
          names them in a request.{' '}
          <RouteLink to="/help/invoices#tax-presets" underline="always">
            How tax presets work
          </RouteLink>
        </Text>
        {presets === undefined ? (
          error === null ? (
            <Skeleton h={120} />
          ) : (
            <LoadProblem error={error} retry={() => void refetch()} />
          )
        ) : presets.length === 0 ? (
          <NoPresets />
        ) : (
          <Stack
            component="ul"
            gap="xs"
            m={0}
            p={0}
            aria-label="Taxes"
            style={{ listStyle: 'none' }}
          >
            {presets.map((preset) => (
              <TaxPresetItem key={preset.id} {...{ preset, edit, remove }} />
            ))}
          </Stack>
        )}
      </Stack>
      <TaxPresetDialog
        edited={edited}
        close={() => {
          edit(undefined);
        }}
      />
      <DeleteTaxPreset
        preset={removed}
        close={() => {
          remove(undefined);
        }}
      />
    </Page>
  );
}

function NoPresets() {
  return (
    <Card withBorder padding="lg">
      <Stack gap="xs">
        <Text fw={600}>No taxes yet</Text>
        <Text>
          Add the taxes of your country, such as “VAT 20 %” or “Reverse charge”, and choose them in
          a new invoice without typing them again.
        </Text>
      </Stack>
    </Card>
  );
}
