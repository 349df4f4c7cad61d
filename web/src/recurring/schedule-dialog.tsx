import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type Dispatch } from 'react';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { type FormAction } from '../invoice-form/form-state';
import { type InvoiceValues } from '../invoice-form/invoice-values';
import { sendingOf } from '../invoice-form/request-body';
import { useConfiguration, useSignedIn } from '../session/session';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { PlannedDates } from './planned-dates';
import { ScheduleFields } from './schedule-fields';
import { offeredTerms, requestOf, type ScheduleTerms, termsOf } from './schedule-terms';
import { todayIn } from '../ui/days';
import { type Schedule, useReloadSchedules } from './schedules-data';

/** Unfinished work, and the key under which its request is sent. */
export interface Unfinished {
  keyFor(values: InvoiceValues, body: string): string;
  forget(): void;
}

export interface ScheduleDialogProps {
  readonly values: InvoiceValues;
  readonly unfinished: Unfinished;
  readonly dispatch: Dispatch<FormAction>;
  /** The schedule that is changed; none where a new one is made. */
  readonly schedule: Schedule | undefined;
  readonly opened: boolean;
  readonly close: () => void;
}

/** A dialog that makes an invoice come again and again, or changes when it does. */
export function ScheduleDialog(props: ScheduleDialogProps) {
  const { opened, close, schedule } = props;
  const title = schedule === undefined ? 'Make recurring' : 'Save the schedule';
  return (
    <Dialog opened={opened} onClose={close} title={title} size="lg">
      {opened && <ScheduleForm {...props} />}
    </Dialog>
  );
}

function ScheduleForm({ values, unfinished, dispatch, schedule, close }: ScheduleDialogProps) {
  const { organization } = useSignedIn();
  const mail = useConfiguration()?.mail === true;
  const today = todayIn(schedule?.time_zone ?? organization.time_zone);
  const { body: invoice, ids } = sendingOf(values);
  const form = useJsonForm<ScheduleTerms>(() =>
    schedule === undefined ? offeredTerms(invoice, today) : termsOf(schedule),
  );
  const reload = useReloadSchedules();
  const navigate = useNavigate();
  const { busy, submit } = useSubmit(form, async (terms) => {
    const body = requestOf(terms, invoice, today);
    try {
      const saved = await (schedule === undefined
        ? answered(
            api.POST('/dashboard/schedules', {
              body,
              params: {
                header: { 'Idempotency-Key': unfinished.keyFor(values, JSON.stringify(body)) },
              },
            }),
          )
        : answered(
            api.PUT('/dashboard/schedules/{id}', { body, params: { path: { id: schedule.id } } }),
          ));
      unfinished.forget();
      await reload();
      notifications.show({ message: `“${saved.name}” is saved.` });
      await navigate(`/recurring/${saved.id}`);
    } catch (error) {
      const problem = invoiceProblem(error);
      if (problem === undefined) throw error;
      close();
      dispatch({ type: 'refused', problem, ids });
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <ScheduleFields form={form} address={mail ? values.recipient?.email : undefined} />
        <PlannedDates
          body={requestOf({ ...form.values, name: form.values.name ?? '…' }, invoice, today)}
          isNew={schedule === undefined}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {schedule === undefined ? 'Create schedule' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const within = '/invoice';

/** What is wrong with the invoice, by the places of its own form. */
function invoiceProblem(error: unknown): ApiProblem | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const { status, code, message: detail, requestId } = error;
  const faults = error.faults
    .filter(({ pointer }) => pointer.startsWith(`${within}/`) || pointer === within)
    .map((fault) => ({ ...fault, pointer: fault.pointer.slice(within.length) }));
  if (faults.length === 0) return undefined;
  return new ApiProblem({ status, code, detail, faults, requestId });
}
