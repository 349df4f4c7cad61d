import { Alert, List, Text } from '@mantine/core';
import { CheckCircleIcon, ExclamationTriangleIcon } from '@heroicons/react/24/outline';
import { type Fault } from '../api/problem';
import { Section } from '../ui/section';
import { UnmetRules } from '../ui/unmet-rules';
import { type Inspection } from './inspection-data';

const standards: Record<Inspection['profile'], string> = {
  en16931: 'EN 16931',
  xrechnung: 'XRechnung 3.0',
  peppol: 'Peppol BIS Billing 3.0',
};

const sides = { organization: 'The seller', recipient: 'The buyer', rest: 'The document' };

interface VerdictProps {
  readonly name: string;
  readonly inspection: Inspection;
}

/** Whether the file keeps the rules of its standard, and what of it Finvo has no word for. */
export function Verdict({ name, inspection }: VerdictProps) {
  const { profile, valid, errors, left_out: leftOut } = inspection;
  const Icon = valid ? CheckCircleIcon : ExclamationTriangleIcon;
  // How to mend a request is no help to whom the document was sent.
  const faults = errors.map(({ hint, ...fault }): Fault => fault);
  return (
    <>
      <Alert
        role="status"
        color={valid ? 'green' : 'yellow'}
        variant="light"
        icon={<Icon width={20} />}
        title={`“${name}” ${outcome(errors.length)} of ${standards[profile]}`}
        styles={{ title: { color: 'var(--mantine-color-text)', overflowWrap: 'anywhere' } }}
      >
        {valid ? null : <UnmetRules faults={faults} sides={sides} />}
      </Alert>
      {leftOut.length > 0 && (
        <Section title="What is not shown below">
          <List size="sm" style={{ overflowWrap: 'anywhere' }}>
            {leftOut.map(({ message, pointer }, index) => (
              <List.Item key={index}>
                {message}{' '}
                <Text span size="xs" c="dimmed">
                  {pointer}
                </Text>
              </List.Item>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

function outcome(broken: number): string {
  if (broken === 0) return 'keeps the rules';
  return broken === 1 ? 'breaks a rule' : `breaks ${broken.toLocaleString()} rules`;
}
