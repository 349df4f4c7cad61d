import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** What a secret holds; Standard Webhooks asks for 24 to 64 bytes. */
export const newSecretBytes = (): Buffer => randomBytes(32);

/** A secret as its owner gives it to the libraries of Standard Webhooks. */
export function secretText(secret: Buffer): string {
  return prefix + secret.toString('base64');
}

/** What is sent: its id, when (in seconds since 1970) and the body. */
export interface SignedMessage {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
}

/** The header fields of Standard Webhooks, with one signature per secret. */
export function signedHeaders(
  { id, timestamp, body }: SignedMessage,
  secrets: readonly Buffer[],
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`);
    return `v1,${hmac.digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
