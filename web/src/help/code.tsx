import { Tabs } from '@mantine/core';
import { CodeBlock } from '../ui/code-block';
import { type SnippetName, snippets } from './snippets';

/** A snippet for this very server, ready to copy. */
export function Snippet({ name }: { name: SnippetName }) {
  const snippet = snippets[name];
  return <CodeBlock label={snippet.label} text={snippet.text(window.location.origin)} />;
}

const languages = [
  { language: 'curl', name: 'firstInvoice' },
  { language: 'JavaScript', name: 'firstInvoiceJs' },
  { language: 'TypeScript', name: 'firstInvoiceTs' },
  { language: 'Python', name: 'firstInvoicePython' },
  { language: 'PHP', name: 'firstInvoicePhp' },
  { language: 'Go', name: 'firstInvoiceGo' },
  { language: 'Ruby', name: 'firstInvoiceRuby' },
] as const;

/** The first request in the language of the reader's choice. */
export function FirstRequest() {
  return (
    <Tabs defaultValue="curl" keepMounted={false}>
      <Tabs.List aria-label="Language" mb="sm">
        {languages.map(({ language }) => (
          <Tabs.Tab key={language} value={language}>
            {language}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {languages.map(({ language, name }) => (
        <Tabs.Panel key={language} value={language}>
          <Snippet name={name} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
