import { Inject, Injectable } from '@nestjs/common';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { AppError } from '../common/errors/app-error.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { post } from './post.js';
import { signedHeaders, type SignedMessage } from './signature.js';
import { type DeliveryError } from './webhook.js';
import { allowedUrl } from './webhook-url.js';

/** How long an endpoint may take to answer; well below the lease of a delivery. */
const timeoutMs = 15_000;

/** What came of an attempt: the status of an answer, or why there was none. */
export type Attempt = { readonly statusCode: number } | { readonly error: DeliveryError };

/**
 * Sends signed messages to the addresses that people give. The agents look at the address that is really
 * connected to, so that no spelling and no name server leads inside (docs/decisions/0019).
 */
@Injectable()
export class WebhookSender {
  private readonly allowPrivate: boolean;
  private readonly agents;

  constructor(@Inject(APP_CONFIG) { webhooks }: AppConfig) {
    this.allowPrivate = webhooks.allowPrivate;
    const options = { allowPrivateIPAddress: this.allowPrivate };
    this.agents = {
      http: new RequestFilteringHttpAgent(options),
      https: new RequestFilteringHttpsAgent(options),
    };
  }

  /** The normal form of an address that may be sent to. @throws UrlNotAllowed */
  allowed(url: string): string {
    return allowedUrl(url, { allowPrivate: this.allowPrivate });
  }

  /** Sends a message, signed with each of the secrets; never throws. */
  async send(url: string, message: SignedMessage, secrets: readonly Buffer[]): Promise<Attempt> {
    try {
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Finvo-Webhooks',
        ...signedHeaders(message, secrets),
      };
      const checked = this.allowed(url);
      const agent = checked.startsWith('https:') ? this.agents.https : this.agents.http;
      const options = { headers, body: message.body, agent, timeoutMs };
      return { statusCode: await post(checked, options) };
    } catch (error) {
      return { error: reasonOf(error as NodeJS.ErrnoException) };
    }
  }
}

/** The messages of errors stay here: they name addresses. */
function reasonOf(error: NodeJS.ErrnoException): DeliveryError {
  const { code = '', message, name } = error;
  // The agent gives its refusals no code of their own.
  if (error instanceof AppError || /is not allowed\. Because/.test(message))
    return 'address_not_allowed';
  if (name === 'AbortError') return 'timeout';
  return /CERT|TLS|SSL|EPROTO|ISSUER|SIGNATURE/.test(code) ? 'tls_failed' : 'unreachable';
}
