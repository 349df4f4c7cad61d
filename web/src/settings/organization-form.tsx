import { Grid, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { focusSoon } from '../ui/field-at';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { AddressSection, IdentitySection } from './organization-fields';
import { EInvoiceSection } from './organization-e-invoice';
import { DefaultsSection } from './organization-defaults';
import { LabelsSection } from './organization-labels';
import { LogoSection } from './organization-logo';
import { LooksSection } from './organization-looks';
import { PaymentSection } from './organization-payment';
import { LetterheadPreview } from './organization-preview';
import classes from './organization.module.css';
import {
  type Profile,
  profileOf,
  sameProfile,
  useDraft,
  useStoredOrganization,
} from './organization-profile';
import { SaveBar } from './organization-save-bar';

interface OrganizationFormProps {
  readonly organization: components['schemas']['OrganizationDto'];
}

/** The whole profile, with a sample invoice beside it that follows every change. */
export function OrganizationForm({ organization }: OrganizationFormProps) {
  const stored = profileOf(organization);
  const draft = useDraft();
  const form = useJsonForm<Profile>(() => draft.read() ?? stored);
  const [logoVersion, setLogoVersion] = useState(0);
  const takeOver = useStoredOrganization();
  const [base, setBase] = useState(stored);
  if (!sameProfile(base, stored)) {
    // Saved here or in another tab: who has changed nothing sees what is stored now.
    setBase(stored);
    if (sameProfile(form.values, base)) form.replace(stored);
  }
  useAskedField();
  const changed = !sameProfile(form.values, stored);
  const latest = useKept(form.values, changed);
  const { busy, submit } = useSubmit(form, async (body) => {
    const answer = await answered(api.PUT('/dashboard/organization', { body }));
    // What was typed while the answer was on its way stays.
    if (sameProfile(latest.current, body)) form.replace(profileOf(answer));
    await takeOver(answer);
    notifications.show({ message: 'Your organization is saved.' });
  });
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <form onSubmit={submit} noValidate className={classes.form}>
          <Stack>
            <ProblemAlert problem={form.problem} />
            <IdentitySection form={form} />
            <LogoSection
              url={organization.logo_url ?? undefined}
              version={logoVersion}
              onChanged={async () => {
                await takeOver();
                setLogoVersion((version) => version + 1);
              }}
            />
            <LooksSection form={form} />
            <AddressSection form={form} />
            <PaymentSection form={form} />
            <DefaultsSection form={form} />
            <EInvoiceSection form={form} />
            <LabelsSection form={form} />
            <SaveBar
              changed={changed}
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
        <LetterheadPreview profile={form.values} logoVersion={logoVersion} />
      </Grid.Col>
    </Grid>
  );
}

/** Puts the cursor into the field that the address names, as e-invoices lead to what they miss. */
function useAskedField(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash.startsWith('#/')) focusSoon(hash.slice(1));
  }, [hash]);
}

/** Keeps unsaved changes over a look at other screens; the browser asks before the page is closed. */
function useKept(values: Profile, changed: boolean): RefObject<Profile> {
  const { keep } = useDraft();
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
    keep(changed ? values : undefined);
  });
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [changed]);
  return latest;
}
