import { Group, Text, Title } from '@mantine/core';
import { PdfView } from '../ui/pdf-view';
import classes from './invoice-form.module.css';
import { type Preview } from './use-preview';

/** The invoice as it would be printed. */
export function PreviewPane({ preview }: { preview: Preview }) {
  const { pdf, updating, problem } = preview;
  return (
    <div className={classes.preview} role="region" aria-label="Preview" tabIndex={0}>
      <Group justify="space-between" mb="xs" gap="sm">
        <Title order={2} size="h5">
          Preview
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {note(updating, problem?.status)}
        </Text>
      </Group>
      {pdf === undefined && !updating ? (
        <div className={classes.waiting}>
          <Text c="dimmed">
            {problem === undefined
              ? 'Your invoice appears here as soon as an item has a price.'
              : 'Your invoice appears here.'}
          </Text>
        </div>
      ) : (
        <PdfView file={pdf} label="Preview of the invoice" />
      )}
    </div>
  );
}

function note(updating: boolean, problemStatus: number | undefined): string {
  if (updating) return 'Updating…';
  if (problemStatus === undefined) return '';
  return problemStatus === 422
    ? 'Waiting for an entry to be put right'
    : 'Finvo cannot be reached; the preview follows';
}
