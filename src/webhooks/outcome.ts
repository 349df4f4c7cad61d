import { hourMs } from '../common/time/durations.js';
import { type Delivery, type DeliveryError, type DisabledReason } from './webhook.js';
import { type Attempt } from './webhook-sender.js';

const secondMs = 1000;
/** The pause after each failed attempt; after the last one the delivery has failed, three days later. */
export const pausesMs = [
  5 * secondMs,
  300 * secondMs,
  hourMs / 2,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hourMs),
];
/** Each pause is up to a tenth longer, so that what failed together does not come together again. */
const jitter = 0.1;
/** An endpoint that has failed for so long is told nothing any more. */
const patienceMs = 120 * hourMs;
const gone = 410;

/** What is to be written down of an attempt. */
export interface Outcome {
  readonly status: 'delivered' | 'queued' | 'failed';
  readonly statusCode: number | null;
  readonly error: DeliveryError | null;
  readonly dueAt: string | undefined;
  /** Why the endpoint is to be told nothing any more, where it is so. */
  readonly disable: DisabledReason | undefined;
}

/** What an attempt came to, for the delivery and for its endpoint; `chance` is from 0 to 1. */
export function outcomeOf(
  attempt: Attempt,
  {
    delivery,
    failingSince,
    now,
    chance,
  }: {
    delivery: Pick<Delivery, 'attempts'>;
    failingSince: string | null;
    now: Date;
    chance: number;
  },
): Outcome {
  const statusCode = 'statusCode' in attempt ? attempt.statusCode : null;
  const error = 'error' in attempt ? attempt.error : errorOf(attempt.statusCode);
  if (error === null)
    return { status: 'delivered', statusCode, error, dueAt: undefined, disable: undefined };
  const pauseMs = statusCode === gone ? undefined : pausesMs[delivery.attempts - 1];
  const failingMs = failingSince === null ? 0 : now.getTime() - Date.parse(failingSince);
  const dueAt =
    pauseMs === undefined
      ? undefined
      : new Date(now.getTime() + pauseMs * (1 + chance * jitter)).toISOString();
  return {
    status: dueAt === undefined ? 'failed' : 'queued',
    statusCode,
    error,
    dueAt,
    disable: statusCode === gone ? 'gone' : failingMs >= patienceMs ? 'failing' : undefined,
  };
}

/** What is settled without an attempt: nothing will come of it. */
export function settled(error: DeliveryError): Outcome {
  return { status: 'failed', statusCode: null, error, dueAt: undefined, disable: undefined };
}

function errorOf(statusCode: number): DeliveryError | null {
  if (statusCode >= 200 && statusCode < 300) return null;
  return statusCode >= 300 && statusCode < 400 ? 'redirected' : 'not_accepted';
}
