import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useDisclosure } from '@mantine/hooks';
import { ScheduleDialog } from '../recurring/schedule-dialog';
import { documentNoun, documentWord } from '../invoices/document-type';
import { type Schedule } from '../recurring/schedules-data';
import { useCustomer } from '../catalog/catalog-data';
import { useSignedIn } from '../session/session';
import { money } from '../ui/formats';
import { RouteLink } from '../ui/link';
import { ProblemAlert } from '../ui/problem-alert';
import { Adjustments } from './adjustments';
import { Details } from './details';
import { defaultsFor } from './customer-values';
import { chosenFormat, EInvoice, opensEInvoice } from './e-invoice';
import { fieldsOf } from './fields';
import { Fold } from './fold';
import { FormButtons } from './form-buttons';
import { eInvoicePart } from './form-parts';
import { type Faults, formReducer, initialState, shownFaults } from './form-state';
import classes from './invoice-form.module.css';
import { type InvoiceValues } from './invoice-values';
import { Lines } from './lines';
import { NotesAndPayment } from './notes-and-payment';
import { PreviewPane } from './preview-pane';
import { Readiness, ReadinessNote } from './readiness';
import { Recipient } from './recipient';
import { Section } from '../ui/section';
import { Settlement } from './settlement';
import { Totals } from './totals';
import { type UnfinishedForm } from './unfinished-forms';
import { useCreate } from './use-create';
import { type PreviewAnswer, usePreview } from './use-preview';

export interface InvoiceFormProps {
  readonly initial: InvoiceValues;
  readonly unfinished: Pick<UnfinishedForm, 'save' | 'keyFor' | 'forget'>;
  readonly restored?: boolean;
  readonly onStartOver?: () => void;
  /** The schedule whose invoice this is; none where a new one is made. */
  readonly schedule?: Schedule;
  /** The draft that is changed; none where a new invoice is made. */
  readonly draftId?: string;
  /** Whether the new invoice is to come again and again. */
  readonly recurring?: boolean;
  /** Told which document the form makes. */
  readonly onType?: (type: InvoiceValues['type']) => void;
}

/** The form of an invoice with the invoice beside it. */
export function InvoiceForm(props: InvoiceFormProps) {
  const { initial, unfinished, restored, onStartOver, schedule, draftId, onType } = props;
  const { organization: profile } = useSignedIn();
  const [state, dispatch] = useReducer(formReducer, initial, (values) =>
    initialState(values, opensEInvoice(values, profile) ? [eInvoicePart] : []),
  );
  const { values, opened, problem, refused, previewed, left, unready, unmet } = state;
  const preview = usePreview(
    values,
    useCallback((faults, ids) => {
      dispatch({ type: 'previewed', faults, ids });
    }, []),
  );
  const { busy, create } = useCreate(values, { unfinished, dispatch, draftId });
  const [planning, plan] = useDisclosure();
  const repeats = props.recurring === true || schedule !== undefined;
  useEffect(() => {
    if (values !== initial) unfinished.save(values);
  }, [values, initial, unfinished]);
  const { type } = values;
  useEffect(() => onType?.(type), [onType, type]);
  const faults = useMemo(
    () => shownFaults({ refused, previewed, left, unready, unmet }),
    [refused, previewed, left, unready, unmet],
  );
  const faultsById = useMemo(() => groupedById(faults), [faults]);
  const fields = fieldsOf({ values, faults, dispatch });
  const { data: customer } = useCustomer(values.customer);
  const organization = defaultsFor(profile, customer);
  const currency = values.currency ?? organization.currency ?? 'USD';
  const button = useRef<HTMLButtonElement>(null);
  const { answer, updating, netAmounts } = preview;
  const format = chosenFormat(values, organization);
  return (
    <div className={classes.columns}>
      <form
        className={classes.form}
        aria-label={nameOf(props)}
        noValidate
        onKeyDown={(event) => {
          if (isSend(event)) press(button.current);
        }}
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <Stack>
          {restored && onStartOver && <Restored type={type} onStartOver={onStartOver} />}
          <ProblemAlert problem={problem} />
          <Section title="Recipient">
            <Text size="sm" c="dimmed">
              From {organization.name} ·{' '}
              <RouteLink to="/settings/organization" inherit>
                Change your details
              </RouteLink>
            </Text>
            <Recipient
              {...{ fields, opened, dispatch }}
              recipient={values.recipient}
              customer={values.customer}
            />
          </Section>
          <Section title={documentNoun(type)}>
            <Details {...{ values, fields, organization }} repeats={repeats} />
          </Section>
          <Section title="Items">
            <Lines
              {...{ faultsById, netAmounts, opened, dispatch }}
              lines={values.line_items}
              currency={answer?.currency ?? currency}
            />
            <Adjustments {...{ values, faults, currency, dispatch }} />
            <Fold
              label="Part payment, withholding, rounding"
              part="settlement"
              {...{ opened, dispatch }}
            >
              <Settlement {...{ values, fields, currency, organization }} />
            </Fold>
            <Group justify="flex-end">
              <Totals {...{ answer, updating }} outdated={preview.problem !== undefined} />
            </Group>
          </Section>
          <NotesAndPayment {...{ values, fields, organization, opened, dispatch }} />
          <EInvoice {...{ values, fields, organization, opened, dispatch }} />
          <Readiness {...{ values, format, unmet, unready, dispatch }} />
        </Stack>
        <Group className={classes.bar} justify="space-between" mt="md" gap="xs">
          <div>
            <Text fw={650} ta="left" className="amount" aria-hidden>
              {answer === undefined ? '' : money(sumOf(answer), answer.currency)}
            </Text>
            <ReadinessNote {...{ format, unmet }} />
          </div>
          <FormButtons {...{ type, repeats, button, busy, create, draftId }} plan={plan.open} />
        </Group>
      </form>
      <ScheduleDialog
        {...{ values, unfinished, dispatch, schedule }}
        opened={planning}
        close={plan.close}
      />
      <PreviewPane preview={preview} />
    </div>
  );
}

/** What it comes to: what is to be paid, or what is offered. */
function sumOf({ type, total, amount_due: due }: PreviewAnswer): string {
  return type === 'quote' ? total : due;
}

function nameOf({ schedule, draftId }: InvoiceFormProps): string {
  if (schedule !== undefined) return 'Recurring invoice';
  return draftId === undefined ? 'New invoice' : 'Draft';
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

function Restored({ type, onStartOver }: { type: InvoiceValues['type']; onStartOver: () => void }) {
  return (
    <Alert variant="light" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">Your unfinished {documentWord(type)} was restored.</Text>
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
