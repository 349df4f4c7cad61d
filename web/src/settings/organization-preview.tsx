import { Group, Text, Title } from '@mantine/core';
import { PdfView } from '../ui/pdf-view';
import classes from './organization.module.css';
import { type Profile } from './organization-profile';
import { useLetterhead } from './organization-use-letterhead';

interface LetterheadPreviewProps {
  readonly profile: Profile;
  /** Counts the changes of the logo, which is no part of the profile. */
  readonly logoVersion: number;
}

/** A sample invoice as the profile under edit would print it. */
export function LetterheadPreview({ profile, logoVersion }: LetterheadPreviewProps) {
  const { file, updating, waitsFor } = useLetterhead(profile, logoVersion);
  return (
    <section aria-label="Preview" className={classes.preview}>
      <Group justify="space-between" mb="xs" gap="sm">
        <Title order={2} size="h5">
          Preview
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {updating ? 'Updating…' : waitsFor}
        </Text>
      </Group>
      <PdfView file={file} label="Sample invoice" />
    </section>
  );
}
