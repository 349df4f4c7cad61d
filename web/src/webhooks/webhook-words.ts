import { type Delivery, type Webhook, type WebhookRequest } from './webhooks-data';

type Event = WebhookRequest['events'][number];

/** Every event that a webhook can be told of, in words. */
export const eventLabels: Readonly<Record<Event, string>> = {
  'invoice.issued': 'An invoice is issued',
  'invoice.credited': 'An invoice is credited',
  'invoice.voided': 'An invoice is voided',
  'invoice.emailed': 'An invoice is mailed to its recipient',
};

/** The names of the events, in the order of their choice. */
export const allEvents = Object.keys(eventLabels) as Event[];

/** Why a webhook is off. */
export const reasons: Readonly<Record<NonNullable<Webhook['disabled_reason']>, string>> = {
  by_you: 'You turned it off.',
  gone: 'Its server has answered 410, which means that it wants no more messages.',
  failing: 'Every attempt of five days has failed.',
};

/** Why an attempt failed. */
const errors: Readonly<Record<NonNullable<Delivery['last_error']>, string>> = {
  timeout: 'No answer within 15 seconds',
  unreachable: 'The server cannot be reached, or broke the connection',
  tls_failed: 'The certificate of the server is not valid',
  address_not_allowed: 'The address is not on the public internet',
  redirected: 'The server redirects, which is not followed',
  not_accepted: 'The server did not answer 2xx',
  webhook_disabled: 'The webhook was off',
  secret_unreadable: 'The secret cannot be read any more: rotate it',
  broken_off: 'Sending was broken off again and again',
};

/** What became of the last attempt, in a few words. */
export function outcome({ status, last_error: error, last_status_code: code }: Delivery): string {
  if (status === 'delivered') return `Answered ${code ?? ''}`;
  if (error === null) return 'On its way';
  return code === null ? errors[error] : `${errors[error]} (${code})`;
}
