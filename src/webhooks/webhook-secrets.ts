import { Injectable, Logger } from '@nestjs/common';
import { Sealer } from '../sealing/sealer.js';
import { newSecretBytes, secretText } from './signature.js';
import { type SealedSecrets } from './webhook.js';
import { WebhooksUnavailable } from './webhooks.errors.js';

const purpose = 'webhook secrets';

/** A new secret: the only moment at which its owner can read it, and what is stored of it. */
export interface NewSecret {
  readonly text: string;
  readonly sealed: string;
}

/** The secrets that webhooks sign with, sealed for the database, each for its endpoint. */
@Injectable()
export class WebhookSecrets {
  private readonly logger = new Logger(WebhookSecrets.name);

  constructor(private readonly sealer: Sealer) {}

  /** @throws WebhooksUnavailable */
  async make(endpointId: string): Promise<NewSecret> {
    const bytes = newSecretBytes();
    try {
      const sealed = await this.sealer.seal({ purpose, ownerId: endpointId }, bytes);
      return { text: secretText(bytes), sealed };
    } catch (error) {
      this.logger.error(error);
      throw new WebhooksUnavailable();
    }
  }

  /** The secrets that sign now. @throws where the secret of this installation is not the one they were sealed with */
  open(
    endpointId: string,
    { secret, previous }: SealedSecrets,
    now: string,
  ): Promise<readonly Buffer[]> {
    const living =
      previous === null || previous.until <= now ? [secret] : [secret, previous.secret];
    const owner = { purpose, ownerId: endpointId } as const;
    return Promise.all(living.map((sealed) => this.sealer.open(owner, sealed)));
  }
}
