import { NativeSelect, SimpleGrid, Switch, Text } from '@mantine/core';
import { type ApiProblem } from '../api/problem';
import { faultText } from '../ui/json-form';
import { Section } from '../ui/section';
import { type Plan, type Reading } from './import-data';

interface FileSettingsProps {
  readonly file: File;
  readonly reading: Reading;
  readonly plan: Plan;
  readonly problem: ApiProblem | undefined;
  /** `again` means that the file has to be read anew. */
  readonly onChange: (plan: Plan, again: boolean) => void;
}

const encodings = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16' },
  { value: 'utf-16be', label: 'UTF-16, big-endian' },
  { value: 'windows-1252', label: 'Western European (Windows-1252, Latin-1)' },
  { value: 'iso-8859-15', label: 'Western European (ISO 8859-15)' },
  { value: 'windows-1250', label: 'Central European (Windows-1250)' },
  { value: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { value: 'windows-1253', label: 'Greek (Windows-1253)' },
  { value: 'windows-1254', label: 'Turkish (Windows-1254)' },
];
const delimiters = [
  { value: 'comma', label: 'Comma ( , )' },
  { value: 'semicolon', label: 'Semicolon ( ; )' },
  { value: 'tab', label: 'Tab' },
];
const asShown = { value: '', label: 'As the file shows it' };
const decimalMarks = [
  asShown,
  { value: 'point', label: 'Point: 1,234.50' },
  { value: 'comma', label: 'Comma: 1.234,50' },
];
const dateOrders = [
  asShown,
  { value: 'day_first', label: 'Day first: 31/01/2026' },
  { value: 'month_first', label: 'Month first: 01/31/2026' },
];

/** How the file is read; found out by Finvo, to be corrected by the person. */
export function FileSettings({ file, reading, plan, problem, onChange }: FileSettingsProps) {
  const select = (
    name: 'encoding' | 'delimiter' | 'decimal_mark' | 'date_order',
    again: boolean,
  ) => ({
    // The server's faults point to it.
    name: `/${name}`,
    value: plan[name] ?? '',
    error: problem?.faults.filter(({ pointer }) => pointer === `/${name}`).map(faultText)[0],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      const { [name]: _, ...others } = plan;
      onChange(value === '' ? others : { ...others, [name]: value }, again);
    },
  });
  const unreadable = problem?.faults.find(({ pointer }) => pointer === '/file');
  return (
    <Section title="How the file is read">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {file.name}, {reading.rows === 1 ? '1 row' : `${reading.rows.toLocaleString()} rows`}
      </Text>
      {unreadable !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" tabIndex={-1} data-speaks-for="/file">
          {faultText(unreadable)}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect label="Characters" data={encodings} {...select('encoding', true)} />
        <NativeSelect label="Between two cells" data={delimiters} {...select('delimiter', true)} />
        <NativeSelect label="Decimal mark" data={decimalMarks} {...select('decimal_mark', false)} />
        <NativeSelect label="Dates" data={dateOrders} {...select('date_order', false)} />
      </SimpleGrid>
      <Switch
        label="Prices include tax"
        checked={plan.prices_include_tax ?? false}
        onChange={({ currentTarget: { checked } }) => {
          onChange({ ...plan, prices_include_tax: checked }, false);
        }}
      />
    </Section>
  );
}
