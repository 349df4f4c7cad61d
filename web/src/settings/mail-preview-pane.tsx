import { Group, Skeleton, Text, Title } from '@mantine/core';
import { MailView } from '../ui/mail-view';
import { type MailPreview } from './mail-data';
import classes from './organization.module.css';

/** The mail of a sample invoice as the texts under edit would make it. */
export function MailPreviewPane({ preview: { mail, status } }: { preview: MailPreview }) {
  return (
    <section aria-label="Preview" className={classes.preview}>
      <Group justify="space-between" mb="xs" gap="sm">
        <Title order={2} size="h5">
          Preview
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {status}
        </Text>
      </Group>
      {mail === undefined ? <Skeleton h={260} /> : <MailView mail={mail} />}
      <Text size="sm" c="dimmed" mt="xs">
        The PDF of the invoice is attached.
      </Text>
    </section>
  );
}
