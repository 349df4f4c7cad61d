import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type AppConfig, ConfigError } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { opened, type Purpose, sealed, sealingKey } from './cipher.js';
import { ensureSecret, readSecret, SecretFileUnusable } from './secret-file.js';

/** Whose the sealed bytes are, and what they are for. */
export interface Owner {
  readonly purpose: Purpose;
  readonly ownerId: string;
}

/**
 * Seals for the database what must be read again, with the secret of this installation: FINVO_SECRET,
 * else a file beside the database that is made when it is first needed.
 */
@Injectable()
export class Sealer implements OnModuleInit {
  private readonly secret: AppConfig['secret'];
  private loaded: string | undefined;

  constructor(@Inject(APP_CONFIG) { secret }: AppConfig) {
    this.secret = secret;
  }

  /** @throws ConfigError where there is a file that cannot be used, so that a start tells of it */
  async onModuleInit(): Promise<void> {
    if (this.secret.text !== undefined) return;
    try {
      await readSecret(this.secret.file);
    } catch (error) {
      throw error instanceof SecretFileUnusable ? new ConfigError([error.message]) : error;
    }
  }

  /** Bytes as they are stored. @throws SecretFileUnusable */
  async seal({ purpose, ownerId }: Owner, bytes: Buffer): Promise<string> {
    return sealed(await this.key(purpose, ensureSecret), ownerId, bytes);
  }

  /** Stored bytes. @throws where the secret is not the one they were sealed with, or cannot be read */
  async open({ purpose, ownerId }: Owner, text: string): Promise<Buffer> {
    return opened(await this.key(purpose, readSecret), ownerId, text);
  }

  /** A lost file is made anew for what is sealed from now on only: opening must not hide that it is lost. */
  private async key(
    purpose: Purpose,
    load: (path: string) => Promise<string | undefined>,
  ): Promise<Buffer> {
    this.loaded ??= this.secret.text ?? (await load(this.secret.file));
    if (this.loaded === undefined) throw new Error(`There is no file ${this.secret.file}.`);
    return sealingKey(this.loaded, purpose);
  }
}
