import request, { type Response } from 'supertest';
import { ScheduleWorker } from '../../src/recurring/schedule-worker.js';
import { type RunningApp } from './app.js';
import { eventually } from './eventually.js';
import { invoiceBody, type TestAccount } from './factories.js';

type Place = Pick<RunningApp, 'url'>;
type Credential = Pick<TestAccount, 'bearer'>;

/** A schedule as the API answers it. */
export interface ScheduleAnswer {
  readonly id: string;
  readonly status: string;
  readonly next_date: string | null;
  readonly made: number;
  readonly failed: number;
  readonly invoice: Record<string, unknown>;
}

/** A period of a schedule as the API answers it. */
export interface OccurrenceAnswer {
  readonly date: string;
  readonly period_end: string;
  readonly status: string;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly problem: {
    readonly code: string;
    readonly request_id: string;
    readonly errors: readonly { readonly pointer: string; readonly code: string }[];
  } | null;
}

/** A monthly schedule from 31 January on, with what a test changes. */
export function scheduleBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: 'Hosting',
    invoice: invoiceBody(),
    frequency: 'month',
    start_date: '2026-01-31',
    ...changes,
  };
}

/** Asks for a schedule through the API door, whatever the answer. */
export async function postSchedule(
  { url }: Place,
  { bearer }: Credential,
  body: unknown = scheduleBody(),
  headers: Record<string, string> = {},
): Promise<Response> {
  return request(url)
    .post('/v1/schedules')
    .set({ ...bearer, ...headers })
    .send(body as object);
}

/** Makes a schedule through the API door. */
export async function createSchedule(
  place: Place,
  account: Credential,
  changes: Record<string, unknown> = {},
): Promise<ScheduleAnswer> {
  const answer = await postSchedule(place, account, scheduleBody(changes));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body as ScheduleAnswer;
}

/** A schedule as it is now. */
export async function readSchedule(
  { url }: Place,
  { bearer }: Credential,
  id: string,
): Promise<ScheduleAnswer> {
  const answer = await request(url).get(`/v1/schedules/${id}`).set(bearer).expect(200);
  return answer.body as ScheduleAnswer;
}

/** Does something with a schedule through the API door, such as "pause", whatever the answer. */
export async function tell(
  { url }: Place,
  { bearer }: Credential,
  path: string,
): Promise<Response> {
  return request(url).post(`/v1/schedules/${path}`).set(bearer);
}

/** All periods of a schedule, newest first. */
export async function occurrencesOf(
  { url }: Place,
  { bearer }: Credential,
  id: string,
): Promise<OccurrenceAnswer[]> {
  const answer = await request(url)
    .get(`/v1/schedules/${id}/occurrences`)
    .query({ limit: '100' })
    .set(bearer)
    .expect(200);
  return answer.body.data as OccurrenceAnswer[];
}

/** Has the worker look for what is due, as it does every few seconds. */
export function wakeSchedules({ app }: Pick<RunningApp, 'app'>): void {
  app.get(ScheduleWorker).wake();
}

/** Waits until a schedule has come to so many periods, and answers them, newest first. */
export async function madeBy(
  running: RunningApp,
  account: Credential,
  { id, made }: { id: string; made: number },
): Promise<OccurrenceAnswer[]> {
  wakeSchedules(running);
  await eventually(async () => (await readSchedule(running, account, id)).made >= made);
  return occurrencesOf(running, account, id);
}
