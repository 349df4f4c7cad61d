import { Box, Code, Group, Text } from '@mantine/core';
import classes from './code-text.module.css';
import { Copy } from './copy';

interface CodeTextProps {
  readonly label: string;
  readonly text: string;
  readonly children?: string;
}

/** A long text in a narrow place: the button stands above it, and it scrolls by itself. */
export function CodeText({ label, text, children }: CodeTextProps) {
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="xs">
        <Text size="sm">{children}</Text>
        <Box flex="none">
          <Copy text={text} />
        </Box>
      </Group>
      <Code block tabIndex={0} role="group" aria-label={label} className={classes['code']}>
        {text}
      </Code>
    </>
  );
}
