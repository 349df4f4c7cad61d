import { Button, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { ChevronDownIcon, ChevronRightIcon } from '@heroicons/react/24/outline';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { type JsonForm } from '../ui/json-form';
import { languages } from '../ui/languages';
import { LoadProblem } from '../ui/load-problem';
import { Section } from '../ui/section';
import { type Profile } from './organization-profile';

type Language = NonNullable<components['schemas']['CreateInvoiceDto']['language']>;

interface LabelsProps {
  readonly form: JsonForm<Profile>;
}

/** Wordings of one's own in place of the labels that Finvo prints; most organizations need none. */
export function LabelsSection({ form }: LabelsProps) {
  const [opened, setOpened] = useState(false);
  const faulty = form.problem?.faults.find(({ pointer }) => pointer.startsWith('/labels/'));
  const open = opened || faulty !== undefined;
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  const changed = Object.values(form.values.labels ?? {}).flatMap(Object.keys).length;
  return (
    <Section title="Wordings">
      <Text size="sm" c="dimmed">
        {changed === 0
          ? 'Invoices print the usual labels of their language.'
          : `Invoices print ${changed === 1 ? 'one label' : `${changed} labels`} in your own words.`}
      </Text>
      <Button
        variant="subtle"
        size="compact-sm"
        px={4}
        style={{ alignSelf: 'flex-start' }}
        leftSection={<Chevron width={16} />}
        aria-expanded={open}
        onClick={() => {
          setOpened(!open);
        }}
      >
        Change labels
      </Button>
      {open && <Labels form={form} faulty={faulty?.pointer.split('/')[2]} />}
    </Section>
  );
}

/** The labels of one language after the other; the usual ones stand in grey. */
function Labels({ form, faulty }: LabelsProps & { faulty: string | undefined }) {
  const [chosen, setChosen] = useState<string>();
  const language = (chosen ?? faulty ?? form.values.language ?? 'en') as Language;
  const { data, error, refetch } = useQuery({
    queryKey: ['labels', language],
    queryFn: () => answered(api.GET('/dashboard/labels', { params: { query: { language } } })),
    staleTime: Infinity,
  });
  return (
    <>
      <Select
        label="Labels in"
        description="Where you write nothing, the label in grey is printed. Parts in braces must stay."
        data={choicesOf(form.values)}
        searchable
        allowDeselect={false}
        nothingFoundMessage="No language has this name"
        value={language}
        onChange={(tag) => {
          setChosen(tag ?? undefined);
        }}
      />
      {error !== null && <LoadProblem error={error} retry={() => void refetch()} />}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {Object.entries(data?.labels ?? {}).map(([name, usual]) => (
          <TextInput
            key={name}
            label={nameInWords(name)}
            placeholder={usual}
            autoComplete="off"
            dir="auto"
            {...form.text(`/labels/${language}/${name}`)}
          />
        ))}
      </SimpleGrid>
    </>
  );
}

/** Languages with wordings are marked, so that one finds them again. */
function choicesOf({ labels }: Profile) {
  return languages.map(({ value, label }) => ({
    value,
    label: labels && value in labels ? `${label} (changed)` : label,
  }));
}

/** "Due date" for `due_date`. */
function nameInWords(name: string): string {
  if (name === 'iban' || name === 'bic') return name.toUpperCase();
  if (name === 'labelled') return 'Label with value';
  const words = name.replaceAll('_', ' ').replace(/ id$/, ' ID');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
