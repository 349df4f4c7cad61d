import { Text } from '@mantine/core';
import { useScrollSpy } from '@mantine/hooks';
import { Link } from 'react-router';

/** The sections of the page and where the reader is; beside the text on wide screens. */
export function Contents() {
  const { data, active } = useScrollSpy({
    selector: '.help-heading h2, .help-heading h3',
    offset: 96,
  });
  if (data.length === 0) return null;
  return (
    <nav className="help-contents mantine-visible-from-lg" aria-labelledby="help-contents">
      <Text size="sm" fw={600} mb="xs" id="help-contents">
        On this page
      </Text>
      {data.map(({ id, value, depth }, index) => (
        <Link
          key={id}
          data-depth={depth}
          to={`#${id}`}
          aria-current={index === active ? 'location' : undefined}
        >
          {value}
        </Link>
      ))}
    </nav>
  );
}
