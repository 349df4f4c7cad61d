import type * as SdkModule from '@aws-sdk/client-s3';
import { type _Object, type S3Client } from '@aws-sdk/client-s3';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { randomBase62 } from '../common/ids/id.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { DocumentsUnavailable, StoreRefused } from './documents.errors.js';
import { httpStatusOf, isMissing, reasonOf } from './store-faults.js';

/** The SDK tries so often, with pauses that grow. */
const attemptsMax = 3;
const connectTimeoutMs = 1_500;
const checkTimeoutMs = 5_000;

type Sdk = typeof SdkModule;

/** An object as a listing shows it. */
export interface ListedObject {
  readonly key: string;
  readonly modifiedAt: Date;
}

/** The bucket of DOCUMENTS_URL. Keys are those below its prefix. The only place that connects to it. */
@Injectable()
export class ObjectStore implements OnApplicationShutdown {
  private readonly logger = new Logger(ObjectStore.name);
  private connected: Promise<{ sdk: Sdk; client: S3Client }> | undefined;

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /** Whether DOCUMENTS_URL names a store. */
  get isConfigured(): boolean {
    return this.config.documents.store !== undefined;
  }

  /** Resolves when the bytes are durable. @throws DocumentsUnavailable */
  async put(key: string, bytes: Buffer): Promise<void> {
    await this.run((sdk, client, abortSignal) =>
      client.send(
        new sdk.PutObjectCommand({ ...this.at(key), Body: bytes, ContentType: 'application/pdf' }),
        { abortSignal },
      ),
    );
  }

  /** The bytes, or nothing where there is no such object. @throws DocumentsUnavailable */
  get(key: string): Promise<Buffer | undefined> {
    return this.run(async (sdk, client, abortSignal) => {
      try {
        const command = new sdk.GetObjectCommand(this.at(key));
        const { Body } = await client.send(command, { abortSignal });
        return Buffer.from((await Body?.transformToByteArray()) ?? []);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    });
  }

  /** Deletes an object, if it is there. @throws DocumentsUnavailable */
  async delete(key: string): Promise<void> {
    await this.run((sdk, client, abortSignal) =>
      client.send(new sdk.DeleteObjectCommand(this.at(key)), { abortSignal }),
    );
  }

  /** Up to a thousand objects whose keys start with `folder`, behind a key, in their order. @throws DocumentsUnavailable */
  async list(folder: string, after?: string): Promise<ListedObject[]> {
    const { Bucket, Key } = this.at(folder);
    const { prefix } = this.address();
    const listed = await this.run((sdk, client, abortSignal) =>
      client.send(
        new sdk.ListObjectsV2Command({
          ...{ Bucket, Prefix: Key },
          ...(after !== undefined && { StartAfter: prefix + after }),
        }),
        { abortSignal },
      ),
    );
    return (listed.Contents ?? []).map((object) => listedObject(object, prefix));
  }

  /**
   * Writes, reads and deletes an object, as documents need it. A store that is away is only a warning, because
   * it may come back. @throws StoreRefused when it answers that it does not let this configuration in
   */
  async check(): Promise<void> {
    if (!this.isConfigured) return;
    const key = `finvo-check/${randomBase62(12)}`;
    try {
      await this.attempted(async (sdk, client, abortSignal) => {
        await client.send(new sdk.PutObjectCommand({ ...this.at(key), Body: key }), {
          abortSignal,
        });
        await client.send(new sdk.GetObjectCommand(this.at(key)), { abortSignal });
        await client.send(new sdk.DeleteObjectCommand(this.at(key)), { abortSignal });
      }, checkTimeoutMs);
    } catch (error) {
      const status = httpStatusOf(error) ?? 0;
      if (status >= 300 && status < 500) {
        throw new StoreRefused(
          `Finvo cannot start: the store of DOCUMENTS_URL refuses to write, read and delete in the bucket "${this.address().bucket}" (${reasonOf(error)}). Look at DOCUMENTS_URL, DOCUMENTS_ACCESS_KEY_ID and DOCUMENTS_SECRET_ACCESS_KEY.`,
        );
      }
      this.logger.warn(`The store of DOCUMENTS_URL does not answer yet: ${reasonOf(error)}`);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.connected)?.client.destroy();
  }

  private async run<T>(
    work: (sdk: Sdk, client: S3Client, abortSignal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (!this.isConfigured) {
      this.logger.error('A PDF is in a store, but DOCUMENTS_URL names none.');
      throw new DocumentsUnavailable();
    }
    try {
      return await this.attempted(work, this.config.documents.timeoutMs);
    } catch (error) {
      // The error itself holds the request with its signature.
      this.logger.error(`The store of DOCUMENTS_URL failed: ${reasonOf(error)}`);
      throw new DocumentsUnavailable();
    }
  }

  private async attempted<T>(
    work: (sdk: Sdk, client: S3Client, abortSignal: AbortSignal) => Promise<T>,
    timeoutMs: number,
  ): Promise<T> {
    this.connected ??= this.connect();
    const { sdk, client } = await this.connected;
    return work(sdk, client, AbortSignal.timeout(timeoutMs));
  }

  /** Imported at its first use, because the SDK takes half a second that a start without a store does not have. */
  private async connect(): Promise<{ sdk: Sdk; client: S3Client }> {
    const sdk = await import('@aws-sdk/client-s3');
    const { region, endpoint, pathStyle, accessKeyId, secretAccessKey } = this.address();
    const client = new sdk.S3Client({
      region,
      ...(endpoint !== undefined && { endpoint }),
      forcePathStyle: pathStyle,
      // Given here, so that the SDK asks no metadata service for them.
      credentials: { accessKeyId, secretAccessKey },
      maxAttempts: attemptsMax,
      requestHandler: {
        connectionTimeout: connectTimeoutMs,
        // Leaves time for a second attempt.
        requestTimeout: 0.4 * this.config.documents.timeoutMs,
        throwOnRequestTimeout: true,
      },
      // Many stores do not know the checksums that the SDK adds by itself; the signature covers the SHA-256 of the body.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return { sdk, client };
  }

  private address() {
    const { store } = this.config.documents;
    if (store === undefined) throw new DocumentsUnavailable();
    return store;
  }

  private at(key: string): { Bucket: string; Key: string } {
    const { bucket, prefix } = this.address();
    return { Bucket: bucket, Key: prefix + key };
  }
}

/** What {@link ObjectStore.check} says, before anything else is started. @throws StoreRefused */
export async function checkDocumentStore(config: AppConfig): Promise<void> {
  const store = new ObjectStore(config);
  try {
    await store.check();
  } finally {
    await store.onApplicationShutdown();
  }
}

function listedObject({ Key = '', LastModified }: _Object, prefix: string): ListedObject {
  return { key: Key.slice(prefix.length), modifiedAt: LastModified ?? new Date() };
}
