import { Button, Collapse, Group, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { FunnelIcon, MagnifyingGlassIcon, XMarkIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { type ApiProblem } from '../api/problem';
import { faultText } from '../ui/json-form';
import { typeChoices } from './document-type';
import { type FilterName, type Filters } from './filters';
import { TextFilter } from './text-filter';
import { useCurrencies } from './currencies';
import { useRoomy } from './roomy';

interface InvoiceFiltersProps {
  readonly filters: Filters;
  /** Why the server does not accept them; each fault stands at its field. */
  readonly problem: ApiProblem | undefined;
  readonly onChange: (name: FilterName, value: string) => void;
  readonly onClear: () => void;
}

const statuses = [
  { value: '', label: 'Any status' },
  { value: 'issued', label: 'Issued' },
  { value: 'draft', label: 'Draft' },
  { value: 'void', label: 'Void' },
];

/** Search and filters of the invoice list; where there is little room, the filters wait behind a button. */
export function InvoiceFilters({ filters, problem, onChange, onClear }: InvoiceFiltersProps) {
  const roomy = useRoomy();
  const [opened, { toggle }] = useDisclosure();
  // Fields that are cleared begin anew, so that nothing half typed comes after it.
  const [clearings, setClearings] = useState(0);
  const { q = '', ...others } = filters;
  const used = Object.keys(others).length;
  return (
    <Stack gap="sm" component="search" key={clearings}>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextFilter
          flex={1}
          maw={420}
          type="search"
          label="Search"
          {...faultAt(problem, 'q')}
          placeholder="Number, recipient or reference"
          leftSection={<MagnifyingGlassIcon width={18} />}
          value={q}
          onFilter={(value) => {
            onChange('q', value);
          }}
        />
        {!roomy && (
          <Button
            variant="default"
            px="sm"
            onClick={toggle}
            aria-expanded={opened}
            leftSection={<FunnelIcon width={18} />}
          >
            Filters{used > 0 && ` (${used})`}
          </Button>
        )}
      </Group>
      <Collapse expanded={roomy || opened || problem !== undefined}>
        <FilterFields filters={filters} problem={problem} onChange={onChange} />
      </Collapse>
      {(used > 0 || q !== '') && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<XMarkIcon width={16} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            setClearings(clearings + 1);
            onClear();
          }}
        >
          Clear filters
        </Button>
      )}
    </Stack>
  );
}

function FilterFields({ filters, problem, onChange }: Omit<InvoiceFiltersProps, 'onClear'>) {
  const currencies = useCurrencies(filters.currency);
  const text = (name: FilterName, label: string, type = 'text') => (
    <TextFilter
      label={label}
      {...faultAt(problem, name)}
      type={type}
      value={filters[name] ?? ''}
      onFilter={(value) => {
        onChange(name, value);
      }}
    />
  );
  const choice = (name: FilterName, label: string, data: typeof statuses) => (
    <NativeSelect
      label={label}
      {...faultAt(problem, name)}
      data={data}
      value={filters[name] ?? ''}
      onChange={({ currentTarget }) => {
        onChange(name, currentTarget.value);
      }}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 6 }} spacing="sm">
      {choice('type', 'Type', typeChoices)}
      {choice('status', 'Status', statuses)}
      {choice('currency', 'Currency', currencies)}
      {text('from', 'From', 'date')}
      {text('to', 'To', 'date')}
      {text('recipient', 'Recipient')}
    </SimpleGrid>
  );
}

/** The name by which a problem finds its field, and what it says of it. */
function faultAt(problem: ApiProblem | undefined, name: FilterName) {
  const pointer = `/${name}`;
  const fault = problem?.faults.find((candidate) => candidate.pointer === pointer);
  return { name: pointer, error: fault && faultText(fault) };
}
