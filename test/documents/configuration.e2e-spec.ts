import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '../../src/config/config.js';
import { describeS3, type S3Server, startS3Server } from '../support/s3-server.js';
import { startServerProcess } from '../support/server-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const credentials = {
  DOCUMENTS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  DOCUMENTS_SECRET_ACCESS_KEY: 'a-secret',
};
const storeOf = (url: string, more: Record<string, string> = credentials) =>
  loadConfig({ DOCUMENTS_URL: url, ...more }).documents.store;

describe('DOCUMENTS_URL', () => {
  it('means the database where it is unset or says so', () => {
    expect(loadConfig({}).documents.store).toBeUndefined();
    expect(storeOf('database:', {})).toBeUndefined();
  });

  it('names bucket, prefix, region and endpoint, whose buckets are in the path unless it says otherwise', () => {
    expect(storeOf('s3://invoices')).toEqual({
      bucket: 'invoices',
      prefix: '',
      region: 'us-east-1',
      endpoint: undefined,
      pathStyle: false,
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'a-secret',
    });
    const minio = 's3://invoices/finvo/live/?region=eu-1&endpoint=https://s3.example.org:9000';
    expect(storeOf(minio)).toMatchObject({
      prefix: 'finvo/live/',
      region: 'eu-1',
      endpoint: 'https://s3.example.org:9000',
      pathStyle: true,
    });
    expect(storeOf(`${minio}&path-style=false`)).toMatchObject({ pathStyle: false });
  });

  it.each([
    's3://user:hidden@invoices',
    's3://invoices?endpoint=https://user:hidden@s3.example.org',
    's3://invoices?endpoint=ftp://s3.example.org',
    's3://invoices?endpoint=https://s3.example.org/path',
    's3://invoices?secret=hidden',
    's3://invoices?path-style=yes',
    's3://in/../valid',
    's3:///no-bucket',
    'https://s3.example.org/invoices',
    'hidden',
  ])('is refused with a sentence that shows nothing of it: %s', (url) => {
    expect(() => storeOf(url)).toThrow(ConfigError);
    expect(() => storeOf(url)).toThrow(/DOCUMENTS_URL must be/);
    expect(() => storeOf(url)).not.toThrow(/hidden/);
  });

  it('needs its credentials in variables of their own', () => {
    expect(() => storeOf('s3://invoices', {})).toThrow(/DOCUMENTS_SECRET_ACCESS_KEY/);
  });
});

describeS3('the start with a store', () => {
  let s3: S3Server;
  let database: TestDatabase;
  beforeAll(async () => {
    [s3, database] = await Promise.all([startS3Server(), createTestDatabase()]);
  });
  afterAll(() => Promise.all([s3.close(), database.drop()]));

  const start = (environment: Record<string, string>) => startServerProcess(database, environment);

  it.each<[string, Record<string, string>, RegExp]>([
    ['a wrong secret', { DOCUMENTS_SECRET_ACCESS_KEY: 'wrong-secret' }, /SignatureDoesNotMatch/],
    ['an unknown key', { DOCUMENTS_ACCESS_KEY_ID: 'finvo:nobody' }, /InvalidAccessKeyId|Signature/],
    ['a bucket that is not there', { bucket: 's3://elsewhere' }, /NoSuchBucket/],
  ])('stops with a sentence at %s, without the secret', async (_, { bucket, ...wrong }, reason) => {
    const environment = { ...s3.environment(), ...wrong };
    const url = environment.DOCUMENTS_URL!.replace('s3://documents', bucket ?? 's3://documents');
    const failed = await start({ ...environment, DOCUMENTS_URL: url }).then(
      (server) => server.stop().then(() => 'It started.'),
      (error: unknown) => String(error),
    );
    expect(failed).toMatch(reason);
    expect(failed).toMatch(/Look at DOCUMENTS_URL, DOCUMENTS_ACCESS_KEY_ID/);
    expect(failed).not.toContain(environment.DOCUMENTS_SECRET_ACCESS_KEY);
  });

  it('goes on where the store is away, with a warning, and connects to nothing but it', async () => {
    const asked: string[] = [];
    const trap = createServer(({ headers }, answer) => {
      asked.push(headers.host ?? '');
      answer.writeHead(500).end();
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const { port } = trap.address() as AddressInfo;
    const server = await start({
      ...s3.environment({ port: 1 }),
      // Where the SDK would look for credentials that nobody has given.
      AWS_EC2_METADATA_SERVICE_ENDPOINT: `http://127.0.0.1:${port}`,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${port}/credentials`,
    });
    try {
      expect(server.output()).toMatch(/The store of DOCUMENTS_URL does not answer yet/);
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
      expect(asked).toEqual([]);
    } finally {
      await server.stop();
      trap.close();
    }
  });

  it('leaves nothing of its check in the bucket', async () => {
    const server = await start(s3.environment());
    await server.stop();
    expect(await s3.keys()).toEqual([]);
  });
});
