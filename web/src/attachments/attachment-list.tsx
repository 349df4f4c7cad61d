import { Anchor, Group, Stack, Text } from '@mantine/core';
import { PaperClipIcon } from '@heroicons/react/24/outline';
import { fileSize } from '../ui/formats';

interface ListedFile {
  readonly file_name: string;
  readonly bytes: number;
  readonly url: string;
}

/** The files of an invoice, to be downloaded; nothing where there are none. */
export function AttachmentList({ attachments }: { attachments: readonly ListedFile[] }) {
  if (attachments.length === 0) return null;
  return (
    <Stack
      component="ul"
      gap={4}
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
      aria-label="Attachments"
    >
      {attachments.map(({ file_name: name, bytes, url }) => (
        <Group component="li" key={url} gap="xs" wrap="nowrap" align="flex-start">
          <PaperClipIcon width={18} style={{ flexShrink: 0, marginTop: 3 }} aria-hidden />
          <Text style={{ overflowWrap: 'anywhere' }}>
            <Anchor href={url} download={name} inherit>
              {name}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {fileSize(bytes)}
            </Text>
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
