import { Anchor, Code, List, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { RouteLink } from '../ui/link';

const marks = /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/;

/** A text with `code`, **emphasis** and [links](/path); paths of the server's own pages load them. */
function marked(text: string): ReactNode[] {
  return text.split(marks).map((part, index) => {
    if (part.startsWith('`')) return <Code key={index}>{part.slice(1, -1)}</Code>;
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    if (link === null) return part;
    const [, label = '', to = ''] = link;
    if (isServerPage(to)) {
      return (
        <Anchor key={index} href={to} inherit underline="always">
          {label}
        </Anchor>
      );
    }
    return (
      <RouteLink key={index} to={to} inherit underline="always">
        {label}
      </RouteLink>
    );
  });
}

/** Whether the server has the page, not the dashboard. */
function isServerPage(path: string): boolean {
  return /^\/(docs|openapi\.json)\b/.test(path);
}

/** A paragraph of a help page. */
export function P({ children }: { children: string | readonly string[] }) {
  const text = typeof children === 'string' ? children : children.join('');
  return <Text className="help-text">{marked(text)}</Text>;
}

/** Marked text without a paragraph around it. */
export function Words({ text }: { text: string }) {
  return marked(text);
}

/** A list of a help page, numbered where the order counts. */
export function Points({
  items,
  ordered = false,
}: {
  items: readonly string[];
  ordered?: boolean;
}) {
  return (
    <List type={ordered ? 'ordered' : 'unordered'} className="help-text" spacing={6}>
      {items.map((item) => (
        <List.Item key={item}>{marked(item)}</List.Item>
      ))}
    </List>
  );
}
