import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  sameOrigin,
  type TestAccount,
} from './support/factories.js';
import { getPdf } from './support/invoices.js';
import { type ApiForm, byExample, type JsonRoute, readApiForm } from './support/json-routes.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { faultsOf } from './support/problem.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';

/** Waits for somebody to open one of the addresses that the tests hand to Finvo. */
interface Trap {
  readonly port: number;
  readonly connections: number;
  close(): void;
}

describe('an address that somebody hands to Finvo', () => {
  let trap: Trap;
  let mail: MailServer;
  let database: TestDatabase;
  let server: ServerProcess;
  let account: TestAccount;
  let form: ApiForm;
  let invoiceId: string;
  const recipient = { name: 'Acme Corp', email: 'billing@acme.example' };

  beforeAll(async () => {
    [trap, mail, database] = await Promise.all([
      setTrap(),
      startMailServer(),
      createTestDatabase(),
    ]);
    server = await startServerProcess(database, { SMTP_URL: mail.url });
    account = await createAccount(server);
    ({ id: invoiceId } = await createInvoice(server.url, account, { recipient }));
    form = await readApiForm(server.url);
  });
  afterAll(async () => {
    await server.stop();
    await Promise.all([database.drop(), mail.close()]);
    trap.close();
  });

  const doorOf = (path: string): Record<string, string> => {
    if (/\/(signup|login|password-reset(\/confirm)?)$/.test(path)) return sameOrigin;
    return path.startsWith('/dashboard') ? account.session : account.bearer;
  };
  const ask = (method: JsonRoute['method'], path: string) => {
    const id = path.includes('/keys/') ? account.keyId : invoiceId;
    const asked = path.replaceAll(/\{\w+\}/g, id);
    return request(server.url)[method](asked).set(doorOf(path));
  };
  const uploadLogo = (svg: string) =>
    request(server.url)
      .put('/dashboard/organization/logo')
      .set(account.session)
      .attach('logo', Buffer.from(svg), 'logo.svg');

  /** What a document must be for the route to take it. */
  const documentOf = ({ method, path }: JsonRoute) => {
    if (path.endsWith('/{id}/invoice')) return { type: 'quote' };
    return method === 'put' && path.endsWith('/invoices/{id}') ? { draft: true } : {};
  };

  /**
   * Puts `text` into every field that takes texts, takes it out again where it is refused, and adds what is
   * missed beside it. Answers how many kept it, and whether that was accepted.
   */
  async function fill(
    { method, path, schema }: JsonRoute,
    text: string,
  ): Promise<{ kept: number; isAccepted: boolean }> {
    let fields = form.textsOf(schema);
    const missed = new Map<string, unknown>();
    for (;;) {
      const filled = fields.map((pointer) => [pointer, text] as const);
      const body = form.bodyOf(schema, new Map([...missed, ...filled]));
      const answer = await ask(method, path).send(body as object);
      expect([path, answer.body.code]).not.toEqual([path, 'not_signed_in']);
      expect([path, answer.status < 500]).toEqual([path, true]);
      const faults = faultsOf(answer).map((each) => each.split(' ') as [string, string]);
      const before = missed.size;
      for (const [at, code] of faults) if (code === 'required') missed.set(at, byExample);
      const refused = faults.filter(([, code]) => code !== 'required').map(([at]) => at);
      const kept = fields.filter((field) => !refused.some((at) => touches(field, at)));
      if (kept.length === fields.length && missed.size === before)
        return { kept: kept.length, isAccepted: answer.ok };
      fields = kept;
    }
  }

  it.each<[string, (port: number) => string]>([
    ['as it is', (port) => `http://127.0.0.1:${port}/a.png`],
    [
      'in other spellings',
      (port) =>
        ['127.1', '2130706433', '0x7f.1', 'localhost.', '[::ffff:127.0.0.1]']
          .map((host) => `http://${host}:${port}/`)
          .join(' '),
    ],
    [
      'in markup',
      (port) =>
        `<img src="http://127.0.0.1:${port}/b"> ![](http://127.0.0.1:${port}/c) #image("http://127.0.0.1:${port}/d")`,
    ],
  ])('is opened in no field of any request: %s', async (_, textOf) => {
    for (const route of form.json) {
      // A route may leave an invoice in a state that the next one refuses, such as void.
      const suitable = { recipient, ...documentOf(route) };
      ({ id: invoiceId } = await createInvoice(server.url, account, suitable));
      const { kept, isAccepted } = await fill(route, textOf(trap.port));
      // Where passwords and tokens are asked for, a URL is a wrong one.
      if (!/invoices|generate|organization|letterhead|\/keys/.test(route.path)) continue;
      if (route.path.endsWith('/rotate') || form.textsOf(route.schema).length === 0) continue;
      expect([route.path, isAccepted, kept > 0]).toEqual([route.path, true, true]);
    }
    expect(trap.connections).toBe(0);
  });

  it('is opened in no PDF and no mail that it is printed in', async () => {
    const url = `http://127.0.0.1:${trap.port}/printed.png`;
    const { id } = await createInvoice(server.url, account, { recipient, notes: url, terms: url });
    expect((await getPdf(server.url, account, id)).status).toBe(200);
    await request(server.url)
      .post(`/v1/invoices/${id}/emails`)
      .set(account.bearer)
      .send({ to: ['reader@acme.example'], message: `<img src="${url}">` })
      .expect(202);
    const [arrived] = await mail.mailsTo('reader@acme.example');
    expect(arrived!.text).toContain(url);
    expect(trap.connections).toBe(0);
  });

  it('is no logo: a logo is uploaded, and an SVG that refers to one is refused', async () => {
    const url = `http://127.0.0.1:${trap.port}/logo.png`;
    const organization = { name: 'Example Ltd', logo_url: url };
    const saved = await request(server.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send(organization)
      .expect(200);
    expect(saved.body.logo_url).toBeNull();
    const svg = (inside: string, before = '') =>
      `${before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/>${inside}</svg>`;
    for (const file of [
      svg(`<image href="${url}" width="9" height="9"/>`),
      svg(`<style>@import url(${url});</style>`),
      svg(`<rect width="9" height="9" fill="url(${url})"/>`),
      svg(`<foreignObject><img src="${url}"/></foreignObject>`),
      svg('&x;', `<!DOCTYPE svg [<!ENTITY x SYSTEM "${url}">]>`),
      svg('', `<?xml-stylesheet href="${url}"?>`),
      svg('', `<!DOCTYPE svg SYSTEM "${url}">`),
    ])
      expect([415, 422]).toContain((await uploadLogo(file)).status);
    expect(trap.connections).toBe(0);
  });

  it('is opened in no header field either', async () => {
    const url = `http://127.0.0.1:${trap.port}/`;
    for (const name of [
      'referer',
      'origin',
      'x-forwarded-host',
      'x-original-url',
      'x-wap-profile',
      'forwarded',
      'link',
      'user-agent',
      'from',
      'idempotency-key',
    ])
      await request(server.url)
        .post('/v1/invoices')
        .set({ ...account.bearer, [name]: url })
        .send(invoiceBody())
        .expect(201);
    expect(trap.connections).toBe(0);
  });

  it('would have been noticed', async () => {
    await fetch(`http://127.0.0.1:${trap.port}/`).catch(() => undefined);
    expect(trap.connections).toBeGreaterThan(0);
  });
});

/** Whether a fault speaks of a field, of something around it or of something in it. */
function touches(field: string, fault: string): boolean {
  return `${field}/`.startsWith(`${fault}/`) || `${fault}/`.startsWith(`${field}/`);
}

async function setTrap(): Promise<Trap> {
  let connections = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  // On every address of both families, so that no spelling of "this machine" goes past it.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: (server.address() as { port: number }).port,
    get connections() {
      return connections;
    },
    close: () => server.close(),
  };
}
