import { Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { type components } from '../api/schema';
import { type JsonForm } from '../ui/json-form';
import { languages } from '../ui/languages';
import { Section } from '../ui/section';
import { type MailLanguage, type MailSettings } from './mail-data';
import { Placeholders } from './mail-placeholders';

interface MailTextsProps {
  readonly form: JsonForm<MailSettings>;
  readonly language: MailLanguage;
  readonly choose: (language: MailLanguage) => void;
  /** A language whose texts the server has refused. */
  readonly faultyLanguage: string | undefined;
  /** What stands where nothing is written. */
  readonly usual: components['schemas']['MailTemplateDto'] | undefined;
}

/** Subject and message of one language after the other; the usual ones stand in grey. */
export function MailTextsSection(props: MailTextsProps) {
  const { form, language, choose, faultyLanguage, usual } = props;
  const subject = useRef<HTMLInputElement>(null);
  const message = useRef<HTMLTextAreaElement>(null);
  const [last, setLast] = useState<'subject' | 'message'>('message');
  const pointer = (name: typeof last) => `/texts/${language}/${name}`;
  const insert = (placeholder: string) => {
    const field = (last === 'subject' ? subject : message).current;
    if (field === null) return;
    form.change(pointer(last), inserted(field, `{{${placeholder}}}`, usual?.[last] ?? ''));
    field.focus();
  };
  return (
    <Section title="Texts">
      <Select
        label="Language"
        description="An invoice is mailed in its own language. Any other paper is mailed with Finvo’s text, not with yours."
        data={choicesOf(form.values)}
        searchable
        allowDeselect={false}
        nothingFoundMessage="No language has this name"
        error={
          faultyLanguage !== undefined &&
          faultyLanguage !== language &&
          `The text in ${nameOf(faultyLanguage)} has a fault.`
        }
        value={language}
        onChange={(tag) => {
          if (tag !== null) choose(tag as MailLanguage);
        }}
      />
      <TextInput
        label="Subject"
        description="Left empty: the one in grey."
        placeholder={usual?.subject}
        autoComplete="off"
        dir="auto"
        {...form.text(pointer('subject'))}
        ref={subject}
        onFocus={() => {
          setLast('subject');
        }}
      />
      <Textarea
        label="Message"
        description="Stands above the details of the invoice. Left empty: the one in grey."
        placeholder={usual?.message}
        autosize
        minRows={6}
        maxRows={20}
        dir="auto"
        {...form.text(pointer('message'))}
        ref={message}
        onFocus={() => {
          setLast('message');
        }}
      />
      <Placeholders into={last} insert={insert} />
    </Section>
  );
}

/**
 * What a field holds with something added at its cursor. Who begins with that wants it behind the usual
 * text, not in place of it.
 */
function inserted(
  { value, selectionEnd }: HTMLInputElement | HTMLTextAreaElement,
  added: string,
  usual: string,
): string {
  if (value === '') return `${usual}${added}`;
  const at = selectionEnd ?? value.length;
  return value.slice(0, at) + added + value.slice(at);
}

/** Languages with texts are marked, so that one finds them again. */
function choicesOf({ texts }: MailSettings) {
  return languages.map(({ value, label }) => ({
    value,
    label: texts && value in texts ? `${label} (changed)` : label,
  }));
}

function nameOf(tag: string): string {
  return languages.find(({ value }) => value === tag)?.label ?? tag;
}
