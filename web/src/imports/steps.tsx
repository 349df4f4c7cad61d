import { Group, Text } from '@mantine/core';

const steps = [
  { step: 'file', label: 'File' },
  { step: 'columns', label: 'Columns' },
  { step: 'preview', label: 'Preview' },
  { step: 'progress', label: 'Progress' },
] as const;

export type Step = (typeof steps)[number]['step'];

/** Where the person is on the way from a file to invoices. */
export function Steps({ at }: { at: Step }) {
  const here = steps.findIndex(({ step }) => step === at);
  return (
    <Group
      component="ol"
      gap="lg"
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
      aria-label="Steps of the import"
    >
      {steps.map(({ step, label }, index) => (
        <Text
          component="li"
          key={step}
          size="sm"
          fw={index === here ? 600 : 400}
          c={index === here ? undefined : 'dimmed'}
          aria-current={index === here ? 'step' : undefined}
        >
          {index + 1}. {label}
        </Text>
      ))}
    </Group>
  );
}
