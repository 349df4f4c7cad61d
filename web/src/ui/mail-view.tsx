import { Paper, Text } from '@mantine/core';

interface MailViewProps {
  readonly mail: {
    readonly subject: string;
    readonly text: string;
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
  };
}

/** A mail as its recipient reads it: as plain text, which no mail program shows in another way. */
export function MailView({ mail: { subject, text, language, direction } }: MailViewProps) {
  return (
    <Paper withBorder p="md" lang={language} dir={direction} style={{ overflowWrap: 'anywhere' }}>
      <Text fw={600} mb="sm">
        {subject}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {text.trim()}
      </Text>
    </Paper>
  );
}
