import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe } from '@jest/globals';

const script = fileURLToPath(new URL('s3-server.py', import.meta.url));
/** That of Debian, where its package python3-swift is. */
const python = '/usr/bin/python3';
const accessKeyId = 'finvo:documents';
const secretAccessKey = 'a-secret-that-only-the-tests-know';
const bucket = 'documents';

/** Describes what needs an S3 server; skipped where OpenStack Swift is not installed, as `npm test` says. */
export const describeS3 =
  spawnSync(python, ['-c', 'import swift']).status === 0 ? describe : describe.skip;

/** A real store that checks signatures, with one bucket. */
export interface S3Server {
  readonly port: number;
  /** What an operator sets to keep documents here, at a port that leads here and below a prefix of the bucket. */
  environment(options?: { port?: number; prefix?: string }): Record<string, string>;
  /** The keys below a prefix, in their order. */
  keys(prefix?: string): Promise<string[]>;
  put(key: string, bytes: Buffer): Promise<void>;
  delete(key: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts OpenStack Swift on this machine, with its data in a folder that goes with it. */
export async function startS3Server(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-s3-'));
  const port = await freePort();
  const child = spawn(python, [script, folder, String(port), accessKeyId, secretAccessKey]);
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const said: string[] = [];
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => {
      resolve();
    });
    void ended.then(() => {
      reject(new Error(`The S3 server did not start:\n${said.join('')}`));
    });
  });
  const client = new S3Client({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const close = async () => {
    client.destroy();
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    port,
    environment: ({ port: door = port, prefix = '' } = {}) => ({
      DOCUMENTS_URL: `s3://${bucket}/${prefix}?endpoint=http://127.0.0.1:${door}`,
      DOCUMENTS_ACCESS_KEY_ID: accessKeyId,
      DOCUMENTS_SECRET_ACCESS_KEY: secretAccessKey,
    }),
    keys: async (prefix = '') => {
      const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix });
      return ((await client.send(command)).Contents ?? []).map(({ Key = '' }) => Key);
    },
    put: async (key, bytes) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
    },
    delete: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    close,
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => {
        resolve(port);
      });
    });
  });
}
