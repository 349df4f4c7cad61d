import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { Finvo, type FinvoError } from '../../clients/typescript/src/index.js';
import { verifyWebhook } from '../../clients/typescript/src/verify-webhook.js';
import { eventually } from '../support/eventually.js';

const order = {
  recipient: { name: 'Acme Corp' },
  line_items: [{ description: 'Consulting', quantity: 1, unit_price: '150.00' }],
};
type Step = (response: ServerResponse, request: IncomingMessage) => void;

const refuse =
  (status: number, fields: Record<string, string> = {}): Step =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/problem+json', ...fields })
      .end(JSON.stringify({ code: 'refused', detail: 'Not now.', request_id: 'req_1' }));
const accept: Step = (response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"inv_1"}');
const breakOff: Step = (response) => response.destroy();
const hang: Step = () => undefined;
const now = { 'retry-after': '0' };

describe('the TypeScript client, when requests fail', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  /** A server that answers as planned, one step per request, and keeps the keys of repetition that it saw. */
  async function planned(...steps: readonly Step[]) {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      const step = steps[seen.length] ?? refuse(500);
      seen.push(request.headers['idempotency-key'] as string | undefined);
      request.resume().on('end', () => {
        step(response, request);
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { seen, finvo: new Finvo({ baseUrl, apiKey: 'finvo_sk_1' }) };
  }
  const failureOf = (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      (error: unknown) => error as FinvoError,
    );

  it('sends again after 429, 503 and a broken connection, with one and the same Idempotency-Key', async () => {
    const { finvo, seen } = await planned(refuse(429, now), refuse(503, now), breakOff, accept);
    expect(await finvo.invoices.create(order)).toEqual({ id: 'inv_1' });
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('gives up after its retries, and at once when it would have to wait for long', async () => {
    const often = await planned(...Array<Step>(9).fill(refuse(503, now)));
    const failure = await failureOf(often.finvo.invoices.create(order, { retries: 2 }));
    expect(failure).toMatchObject({ status: 503, code: 'refused', requestId: 'req_1' });
    expect(often.seen).toHaveLength(3);
    const long = await planned(refuse(429, { 'retry-after': '3600' }));
    const refused = await failureOf(long.finvo.invoices.get('inv_1'));
    expect(refused).toMatchObject({ status: 429, retryAfterMs: 3_600_000 });
    expect(long.seen).toHaveLength(1);
  });

  it('never sends again what might be done twice, but does after 429, when nothing was done', async () => {
    const path = { path: { id: 'inv_1' }, body: {} };
    for (const step of [breakOff, refuse(503, now)]) {
      const { finvo, seen } = await planned(step, accept);
      expect(await failureOf(finvo.call('post', '/v1/invoices/{id}/emails', path))).toBeDefined();
      expect(seen).toEqual([undefined]);
    }
    const { finvo, seen } = await planned(refuse(429, now), accept);
    await finvo.call('post', '/v1/invoices/{id}/emails', path);
    expect(seen).toHaveLength(2);
  });

  it('sends a form as it is', async () => {
    const types: (string | undefined)[] = [];
    const { finvo } = await planned((response, request) => {
      types.push(request.headers['content-type']);
      accept(response, request);
    });
    const form = new FormData();
    form.set('file', new Blob(['bytes']), 'terms.pdf');
    await finvo.invoices.create(form as never);
    expect(types).toEqual([expect.stringMatching(/^multipart\/form-data; boundary=/)]);
  });

  it('does not send again what is wrong', async () => {
    const { finvo, seen } = await planned(refuse(422));
    expect(await failureOf(finvo.invoices.create(order))).toMatchObject({ status: 422 });
    expect(seen).toHaveLength(1);
  });

  it('ends an attempt that takes too long, and everything when its signal says so', async () => {
    const slow = await planned(hang);
    const options = { timeoutMs: 50, retries: 0 };
    const late = await failureOf(slow.finvo.invoices.create(order, options));
    expect(late).toMatchObject({ status: 0, code: 'timed_out' });

    for (const step of [hang, refuse(503, { 'retry-after': '30' })]) {
      const { finvo, seen } = await planned(step);
      const end = new AbortController();
      const call = failureOf(finvo.invoices.create(order, { signal: end.signal }));
      await eventually(() => Promise.resolve(seen.length === 1));
      end.abort(new Error('enough'));
      expect(await call).toMatchObject({ message: 'enough' });
    }
  });

  it('tells what is no answer of Finvo, and takes its key to no other place', async () => {
    const page: Step = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end();
    const move: Step = (response) => response.writeHead(302, { location: '/elsewhere' }).end();
    for (const [step, status] of [[page, 200] as const, [move, 302] as const]) {
      const { finvo, seen } = await planned(step, accept);
      const failure = await failureOf(finvo.invoices.get('inv_1'));
      expect(failure).toMatchObject({ status, code: 'unexpected_answer' });
      expect(seen).toHaveLength(1);
    }
    const gone = new Finvo({ baseUrl: 'http://127.0.0.1:1', apiKey: 'finvo_sk_1', retries: 0 });
    expect(await failureOf(gone.invoices.get('inv_1'))).toMatchObject({
      status: 0,
      code: 'connection_failed',
    });
    expect(() => new Finvo({ baseUrl: 'localhost', apiKey: 'a' })).toThrow('baseUrl');
    expect(() => new Finvo({ baseUrl: 'http://localhost', apiKey: '' })).toThrow('apiKey');
    await expect(failureOf(gone.invoices.get(''))).resolves.toMatchObject({
      message: 'id is empty.',
    });
  });
});

describe('verifyWebhook', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const body = JSON.stringify({ type: 'invoice.issued', timestamp: '', data: { id: 'inv_1' } });
  const fieldsOf = (at = new Date(), key = secret) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': `v1,AAAA v2,other ${new Webhook(key).sign('msg_1', at, body)}`,
  });

  it('answers the event of a genuine message, as text or bytes, from any kind of header fields', async () => {
    const event = JSON.parse(body) as object;
    expect(await verifyWebhook(body, fieldsOf(), secret)).toEqual(event);
    const bytes = new TextEncoder().encode(body);
    expect(await verifyWebhook(bytes, new Headers(fieldsOf()), secret)).toEqual(event);
  });

  it('refuses a message that was changed, is old or early, or is signed with another secret', async () => {
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
    const another = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
    const refused: [string, Record<string, string>][] = [
      [`${body} `, fieldsOf()],
      [body, { ...fieldsOf(), 'webhook-id': 'msg_2' }],
      [body, fieldsOf(at(-600))],
      [body, fieldsOf(at(600))],
      [body, fieldsOf(at(0), another)],
      [body, { ...fieldsOf(), 'webhook-timestamp': 'soon' }],
      [body, { ...fieldsOf(), 'webhook-signature': 'v1,%%%' }],
      [body, {}],
    ];
    for (const [text, fields] of refused)
      await expect(verifyWebhook(text, fields, secret)).rejects.toThrow('webhook');
    await expect(verifyWebhook(body, fieldsOf(), 'whsec_')).rejects.toThrow('whsec_');
  });
});
