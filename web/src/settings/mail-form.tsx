import { Grid, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { Section } from '../ui/section';
import { useSubmit } from '../ui/use-submit';
import {
  editable,
  type MailLanguage,
  type MailSettings,
  mailSettingsKey,
  useMailPreview,
} from './mail-data';
import { MailPreviewPane } from './mail-preview-pane';
import { MailTextsSection } from './mail-texts';
import { SaveBar } from './organization-save-bar';
import classes from './organization.module.css';

interface MailFormProps {
  readonly stored: MailSettings;
  /** The language of invoices that name none. */
  readonly usualLanguage: MailLanguage;
}

/** Texts by language with a mail beside them that follows every change, and the copy to oneself. */
export function MailForm({ stored, usualLanguage }: MailFormProps) {
  const form = useJsonForm<MailSettings>(stored);
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<MailLanguage>();
  const faulty = form.problem?.faults.find(({ pointer }) => pointer.startsWith('/texts/'));
  const language = chosen ?? usualLanguage;
  const preview = useMailPreview(language, form.values.texts);
  const { busy, submit } = useSubmit(form, async (body) => {
    const answer = await answered(api.PUT('/dashboard/mail-settings', { body }));
    queries.setQueryData(mailSettingsKey, answer);
    form.replace(editable(answer));
    notifications.show({ message: 'Your e-mail settings are saved.' });
  });
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <form onSubmit={submit} noValidate className={classes.form}>
          <Stack>
            <ProblemAlert problem={form.problem} />
            <MailTextsSection
              form={form}
              language={language}
              choose={setChosen}
              faultyLanguage={faulty?.pointer.split('/')[2]}
              usual={preview.mail?.language === language ? preview.mail.usual : undefined}
            />
            <Section title="Copy">
              <TextInput
                label="Copy to"
                description="Gets a copy of every mail with an invoice; the recipient does not see it. Left empty: nobody."
                type="text"
                inputMode="email"
                autoComplete="off"
                {...form.text('/copy_to')}
              />
            </Section>
            <SaveBar
              changed={hashKey([form.values]) !== hashKey([stored])}
              busy={busy}
              discard={() => {
                form.setProblem(undefined);
                form.replace(stored);
              }}
            />
          </Stack>
        </form>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <MailPreviewPane preview={preview} />
      </Grid.Col>
    </Grid>
  );
}
