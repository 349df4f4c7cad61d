import { type Invoice } from './shapes.js';

/** What Finvo tells; there will be more types, so read over those that you do not know. */
export type WebhookEvent =
  | { readonly type: 'ping'; readonly timestamp: string; readonly data: Record<string, never> }
  | {
      readonly type: 'invoice.issued' | 'invoice.credited' | 'invoice.voided' | 'invoice.emailed';
      readonly timestamp: string;
      readonly data: Invoice;
    };

export interface VerifyOptions {
  /** How old or how early a message may be (300). */
  readonly toleranceSeconds?: number;
}

type Fields = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The event of a webhook's message, after its signature (Standard Webhooks) and its age were checked.
 * `body` must be what arrived, to the byte; `secret` is the one that begins with `whsec_`.
 * @throws Error when the message is not genuine or not fresh
 */
export async function verifyWebhook(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Fields,
  secret: string,
  { toleranceSeconds = 300 }: VerifyOptions = {},
): Promise<WebhookEvent> {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    fieldOf(headers, `webhook-${name}`),
  ) as [string, string, string];
  const ageSeconds = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || !(ageSeconds <= toleranceSeconds))
    throw new Error('The webhook is not fresh, or the clock of this machine is wrong.');
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  const key = await keyOf(secret);
  for (const text of signatures.split(' ')) {
    if (!text.startsWith('v1,')) continue;
    const signature = bytesOf(text.slice(3));
    // `verify` compares in constant time.
    if (signature !== undefined && (await crypto.subtle.verify('HMAC', key, signature, signed)))
      return JSON.parse(new TextDecoder().decode(bytes)) as WebhookEvent;
  }
  throw new Error('The signature of the webhook is wrong.');
}

function fieldOf(headers: Fields, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  return typeof value === 'string' ? value : '';
}

function keyOf(secret: string) {
  const bytes = bytesOf(secret.replace(/^whsec_/, ''));
  if (bytes === undefined || bytes.length === 0)
    throw new TypeError('The secret must be the one that begins with whsec_.');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
