import { Button, Group, Paper, Text } from '@mantine/core';
import classes from './organization.module.css';

interface SaveBarProps {
  readonly changed: boolean;
  readonly busy: boolean;
  readonly discard: () => void;
}

/** Says whether something is unsaved and saves it; it stays in sight however long the form is. */
export function SaveBar({ changed, busy, discard }: SaveBarProps) {
  return (
    <Paper withBorder p="sm" className={classes.saveBar}>
      <Group justify="space-between" gap="sm">
        <Text role="status" size="sm" fw={changed ? 600 : undefined}>
          {busy ? 'Saving…' : changed ? 'Unsaved changes' : 'All changes are saved'}
        </Text>
        <Group gap="sm">
          {changed && (
            <Button variant="default" disabled={busy} onClick={discard}>
              Discard
            </Button>
          )}
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
