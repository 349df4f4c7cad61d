import { Box, Code } from '@mantine/core';
import './code-block.css';
import { Copy } from './copy';

/** Text to copy, such as a command; it scrolls by keyboard where it is too wide. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <Box pos="relative" className="code-block">
      <Box pos="absolute" top={8} right={8}>
        <Copy text={text} />
      </Box>
      <Code block tabIndex={0} role="group" aria-label={label}>
        {text}
      </Code>
    </Box>
  );
}
