import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useSignedIn } from '../session/session';
import { money } from '../ui/formats';
import { RouteLink } from '../ui/link';
import { ProblemAlert } from '../ui/problem-alert';
import { Adjustments } from './adjustments';
import { Details } from './details';
import { type Draft } from './drafts';
import { fieldsOf } from './fields';
import { Fold } from './fold';
import { type Faults, formReducer, initialState, shownFaults } from './form-state';
import classes from './invoice-form.module.css';
import { type InvoiceValues } from './invoice-values';
import { Lines } from './lines';
import { Looks } from './looks';
import { Payment } from './payment';
import { PreviewPane } from './preview-pane';
import { Recipient } from './recipient';
import { Section } from '../ui/section';
import { Totals } from './totals';
import { useCreate } from './use-create';
import { usePreview } from './use-preview';

export interface InvoiceFormProps {
  readonly initial: InvoiceValues;
  readonly draft: Draft;
  readonly restored: boolean;
  readonly onStartOver: () => void;
}

/** The form of a new invoice with the invoice beside it. */
export function InvoiceForm({ initial, draft, restored, onStartOver }: InvoiceFormProps) {
  const { organization } = useSignedIn();
  const [state, dispatch] = useReducer(formReducer, initial, initialState);
  const { values, opened, problem, refused, previewed, left } = state;
  const preview = usePreview(
    values,
    useCallback((faults, ids) => {
      dispatch({ type: 'previewed', faults, ids });
    }, []),
  );
  const { busy, create } = useCreate(values, draft, dispatch);
  useEffect(() => {
    if (values !== initial) draft.save(values);
  }, [values, initial, draft]);
  const faults = useMemo(
    () => shownFaults({ refused, previewed, left }),
    [refused, previewed, left],
  );
  const faultsById = useMemo(() => groupedById(faults), [faults]);
  const fields = fieldsOf({ values, faults, dispatch });
  const currency = values.currency ?? organization.currency ?? 'USD';
  const button = useRef<HTMLButtonElement>(null);
  const { answer, updating, netAmounts } = preview;
  return (
    <div className={classes.columns}>
      <form
        className={classes.form}
        aria-label="New invoice"
        noValidate
        onKeyDown={(event) => {
          if (isSend(event)) press(button.current);
        }}
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <Stack>
          {restored && <Restored onStartOver={onStartOver} />}
          <ProblemAlert problem={problem} />
          <Section title="Recipient">
            <Text size="sm" c="dimmed">
              From {organization.name} ·{' '}
              <RouteLink to="/settings/organization" inherit>
                Change your details
              </RouteLink>
            </Text>
            <Recipient {...{ fields, opened, dispatch }} recipient={values.recipient} />
          </Section>
          <Section title="Invoice">
            <Details {...{ values, fields, organization }} />
          </Section>
          <Section title="Items">
            <Lines
              {...{ faultsById, netAmounts, opened, dispatch }}
              lines={values.line_items}
              currency={answer?.currency ?? currency}
            />
            <Adjustments {...{ values, faults, currency, dispatch }} />
            <Group justify="flex-end">
              <Totals
                answer={answer}
                updating={updating}
                outdated={preview.problem !== undefined}
              />
            </Group>
          </Section>
          <Section title="Notes and payment">
            <Textarea label="Notes" autosize minRows={2} maxRows={12} {...fields.text('/notes')} />
            <Textarea label="Terms" autosize minRows={2} maxRows={12} {...fields.text('/terms')} />
            <Fold label="Other payment details" part="payment" {...{ opened, dispatch }}>
              <Payment values={values} fields={fields} />
            </Fold>
            <Fold label="Another layout" part="looks" {...{ opened, dispatch }}>
              <Looks {...{ values, fields, organization }} />
            </Fold>
          </Section>
        </Stack>
        <Group className={classes.bar} justify="space-between" mt="md" wrap="nowrap">
          <Text fw={650} className="amount" aria-hidden>
            {answer === undefined ? '' : money(answer.total, answer.currency)}
          </Text>
          <Button ref={button} loading={busy} onClick={create}>
            Create invoice
          </Button>
        </Group>
      </form>
      <PreviewPane preview={preview} />
    </div>
  );
}

/** Ctrl+Enter, or Cmd+Enter on a Mac. */
function isSend({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}

/** A click as the mouse makes it: the field is left before, which puts its number as the API takes it. */
function press(button: HTMLButtonElement | null): void {
  flushSync(() => button?.focus());
  button?.click();
}

function Restored({ onStartOver }: { onStartOver: () => void }) {
  return (
    <Alert variant="light" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">Your unfinished invoice was restored.</Text>
        <Button variant="default" size="compact-sm" onClick={onStartOver}>
          Start over
        </Button>
      </Group>
    </Alert>
  );
}

/** The faults of each line. */
function groupedById(faults: Faults): ReadonlyMap<string, Faults> {
  const groups = new Map<string, Record<string, string>>();
  for (const [place, text] of Object.entries(faults)) {
    const [, list, id = ''] = place.split('/');
    if (list !== 'line_items') continue;
    groups.set(id, { ...groups.get(id), [place]: text });
  }
  return groups;
}
