import { Code, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Definition } from './definition';
import { Words } from './prose';

/** A table of names and meanings; on a narrow screen the meaning stands below the name. */
export function Definitions({ of, label }: { of: readonly Definition[]; label: string }) {
  return (
    <dl className="help-definitions" aria-label={label}>
      {of.map(({ term, note, text, action, id }) => (
        <Entry key={term} id={id}>
          <dt>
            <Code>{term}</Code>
            {note !== undefined && (
              <Text span size="xs" c="dimmed" className="help-note">
                {note}
              </Text>
            )}
          </dt>
          <dd>
            <Words text={text} />
            {action !== undefined && (
              <Text size="sm" c="dimmed" mt={2}>
                <Words text={action} />
              </Text>
            )}
          </dd>
        </Entry>
      ))}
    </dl>
  );
}

function Entry({ id, children }: { id: string | undefined; children: ReactNode }) {
  return (
    <div className="help-definition" id={id}>
      {children}
    </div>
  );
}
