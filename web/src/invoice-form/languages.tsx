import { Select } from '@mantine/core';
import { type Session } from '../session/session';
import { languages, noLanguage, secondLanguages } from '../ui/languages';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';

interface LanguagesProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  readonly organization: Session['organization'];
}

/** In which language the invoice is written, and in which its labels are printed as well. */
export function Languages({ values, fields, organization }: LanguagesProps) {
  const select = (pointer: string, value: string | undefined, usual: string | undefined) => {
    const { name, error, onBlur } = fields.text(pointer);
    return {
      name,
      error,
      onBlur,
      searchable: true,
      allowDeselect: false,
      nothingFoundMessage: 'No language has this name',
      value: value ?? usual ?? null,
      onChange: (tag: string | null) => {
        fields.change(pointer, tag === usual ? undefined : (tag ?? undefined));
      },
    };
  };
  return (
    <>
      <Select
        label="Language"
        data={languages}
        {...select('/language', values.language, organization.language)}
      />
      <Select
        label="Second language"
        data={secondLanguages}
        {...select(
          '/second_language',
          values.second_language,
          organization.second_language ?? noLanguage,
        )}
      />
    </>
  );
}
