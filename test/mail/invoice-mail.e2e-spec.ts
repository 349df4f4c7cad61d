import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { getPdf } from '../support/invoices.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { expectProblem, faultsOf } from '../support/problem.js';

describe('the mail of an invoice', () => {
  let server: MailServer;
  let running: RunningApp;
  let account: TestAccount;
  let address: string;
  let count = 0;

  beforeAll(async () => {
    server = await startMailServer({
      refused: { 'gone@example.com': 550, 'later@example.com': 450 },
    });
    running = await startApp({ SMTP_URL: server.url, MAIL_FROM: 'invoices@finvo.example' });
    account = await createAccount(running, { organizationName: 'Grün & Söhne "GbR"' });
  });
  afterAll(async () => {
    await running.close();
    await server.close();
  });
  beforeEach(() => {
    address = `billing-${(count += 1)}@example.com`;
  });

  const doors = {
    '/v1/invoices': () => account.bearer,
    '/dashboard/invoices': () => account.session,
  };
  const send = (id: string, body?: unknown, door: keyof typeof doors = '/v1/invoices') =>
    request(running.url)
      .post(`${door}/${id}/emails`)
      .set(doors[door]())
      .send(body as object);
  const list = async (id: string, door: keyof typeof doors = '/v1/invoices') => {
    const answer = await request(running.url)
      .get(`${door}/${id}/emails`)
      .set(doors[door]())
      .expect(200);
    return answer.body.data as Record<string, unknown>[];
  };
  const settled = async (id: string) => {
    await eventually(async () =>
      (await list(id)).every((mail) => mail.attempts !== 0 && mail.status !== 'queued'),
    );
    return list(id);
  };
  const invoiceTo = (email: string | undefined, changes: object = {}) =>
    createInvoice(running.url, account, {
      recipient: { name: 'Acme Corp', ...(email !== undefined && { email }) },
      ...changes,
    });

  it.each(Object.keys(doors) as (keyof typeof doors)[])(
    'goes to the recipient with the stored PDF, asked for at %s',
    async (door) => {
      const { id, invoice_number: number } = await invoiceTo(address, {
        due_date: '2026-02-18',
        date: '2026-01-19',
      });
      const answer = await send(id, undefined, door);
      expect(answer.status).toBe(202);
      expect(answer.body).toEqual({
        id: expect.stringMatching(/^mail_\w{22}$/),
        to: [address],
        cc: [],
        bcc: [],
        message: `Hello,\n\nplease find attached our invoice ${number}.`,
        resend_of: null,
        subject: `Invoice ${number} from Grün & Söhne "GbR"`,
        status: 'queued',
        attempts: 0,
        error: null,
        created_at: running.clock.nowText(),
        sent_at: null,
      });
      const [mail] = await server.mailsTo(address);
      expect(mail).toMatchObject({
        from: { name: 'Grün & Söhne "GbR"', address: 'invoices@finvo.example' },
        to: [{ name: '', address }],
        subject: `Invoice ${number} from Grün & Söhne "GbR"`,
        messageId: `<${answer.body.id as string}@finvo.example>`,
      });
      expect(mail!.replyTo).toBeUndefined();
      expect(mail!.text).toContain(
        `Invoice number: ${number}\nDate: January 19, 2026\nDue date: February 18, 2026\nTotal: $1,500.00`,
      );
      expect(mail!.html).toContain('Grün &amp; Söhne &quot;GbR&quot;');
      const [pdf, ...others] = mail!.attachments;
      expect(others).toEqual([]);
      expect(pdf).toMatchObject({ filename: `${number}.pdf`, mimeType: 'application/pdf' });
      const stored = await getPdf(running.url, account, id);
      expect(Buffer.from(pdf!.content as ArrayBuffer).equals(stored.body)).toBe(true);
      await eventually(async () => (await list(id))[0]!.status === 'sent');
      expect(await list(id, door)).toEqual([
        { ...answer.body, status: 'sent', attempts: 1, sent_at: running.clock.nowText() },
      ]);
    },
  );

  it('goes to the addresses of the request with its own words, as text and nothing else', async () => {
    const { id } = await invoiceTo(undefined);
    const to = [address, `second-${address}`, address];
    const message = 'Dear <b>Ann</b> & Bob,\n\n<script>alert(1)</script> {{x}}\n.\nBest';
    const answer = await send(id, { to, subject: '  Für März ✓ ', message });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ to: to.slice(0, 2), subject: 'Für März ✓' });
    const [mail] = await server.mailsTo(address);
    expect(mail!.envelopeTo).toEqual(to.slice(0, 2));
    expect(mail!.subject).toBe('Für März ✓');
    expect(mail!.text).toMatch(new RegExp(`^Dear <b>Ann</b> & Bob,`));
    expect(mail!.text).toContain('\n.\nBest');
    expect(mail!.html).toContain('Dear &lt;b&gt;Ann&lt;/b&gt; &amp; Bob,<br>');
    expect(mail!.html).not.toContain('<script');
  });

  it('is answered to the organization, where it has an address', async () => {
    const { id } = await invoiceTo(address, {
      organization: { name: 'Other Name Ltd\nTrading as Other', email: 'office@example.com' },
    });
    await send(id).expect(202);
    const [mail] = await server.mailsTo(address);
    expect(mail!.from).toEqual({
      name: 'Other Name Ltd Trading as Other',
      address: 'invoices@finvo.example',
    });
    expect(mail!.replyTo).toEqual([{ name: '', address: 'office@example.com' }]);
  });

  it('asked for twice goes twice, each under its own id, newest first', async () => {
    const { id } = await invoiceTo(address);
    const first = await send(id).expect(202);
    running.clock.advanceMs(1);
    const second = await send(id).expect(202);
    await server.mailsTo(address, 2);
    const mails = await settled(id);
    expect(mails.map((mail) => mail.id)).toEqual([second.body.id, first.body.id]);
  });

  it('names the reason of a refusal and does not try again', async () => {
    const { id } = await invoiceTo('gone@example.com');
    await send(id).expect(202);
    expect(await settled(id)).toMatchObject([
      {
        status: 'failed',
        attempts: 1,
        error: expect.stringMatching(/^The mail server refused the mail: .*no such mailbox/),
        sent_at: null,
      },
    ]);
  });

  it('names the addresses that were refused where others were not', async () => {
    const { id } = await invoiceTo(undefined);
    await send(id, { to: ['gone@example.com', address] }).expect(202);
    await server.mailsTo(address);
    expect(await settled(id)).toMatchObject([
      { status: 'sent', error: 'Refused by the mail server: gone@example.com' },
    ]);
  });

  it('tries again where the mail server asks for it', async () => {
    const { id } = await invoiceTo('later@example.com');
    await send(id).expect(202);
    await eventually(async () => (await list(id))[0]!.error !== null);
    expect(await list(id)).toMatchObject([{ status: 'queued', attempts: 1 }]);
  });

  const evil = 'x@example.com\r\nBcc: victim@example.com';
  it.each<[string, object, string[]]>([
    ['a line feed in an address', { to: [evil] }, ['/to control_character']],
    ['a list in an address', { to: ['a@example.com <b@example.com>'] }, ['/to wrong_format']],
    ['no list of addresses', { to: 'a@example.com' }, ['/to wrong_type']],
    ['an object for the list', { to: { 0: 'a@example.com' } }, ['/to wrong_type']],
    ['an empty list', { to: [] }, ['/to too_few']],
    ['eleven addresses', { to: Array(11).fill('a@example.com') }, ['/to too_many']],
    ['a number in the list', { to: [0] }, ['/to wrong_type']],
    ['a list in the list', { to: [['a@example.com']] }, ['/to wrong_type', '/to/0 wrong_type']],
    [
      'a line feed in the subject',
      { subject: 'a\r\nBcc: b@example.com' },
      ['/subject control_character'],
    ],
    ['a long subject', { subject: 'x'.repeat(201) }, ['/subject too_long']],
    ['a long message', { message: 'x'.repeat(5_001) }, ['/message too_long']],
    ['a bell in the message', { message: 'a\u0007' }, ['/message control_character']],
    ['another sender', { from: 'boss@example.com' }, ['/from unknown_field']],
    ['a list as body', [], [' wrong_type']],
  ])('is refused with %s, and nothing is sent', async (_, body, faults) => {
    const { id } = await invoiceTo(address);
    const answer = await send(id, body);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual(faults);
    expect(await list(id)).toEqual([]);
  });

  it('cannot be given another header by any text of an invoice', async () => {
    const name = 'Evil", <boss@example.com>, "Bcc: a@example.com';
    const { id } = await invoiceTo(address, {
      invoice_number: 'A"; x=/../../etc, 1',
      organization: { name, email: "o'neill+a@example.com" },
    });
    await send(id).expect(202);
    const [mail] = await server.mailsTo(address);
    expect(mail!.from).toEqual({ name, address: 'invoices@finvo.example' });
    expect(mail!.envelopeTo).toEqual([address]);
    expect(mail!.bcc ?? []).toEqual([]);
    expect(mail!.attachments[0]!.filename).toMatch(/^[^/\\";]+\.pdf$/);
  });

  it('needs an address', async () => {
    const { id } = await invoiceTo(undefined);
    const answer: Response = await send(id, {});
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual(['/to required']);
  });

  it('is not there for the invoice of another account', async () => {
    const other = await createAccount(running);
    const { id } = await invoiceTo(address);
    for (const [path, headers] of [
      [`/v1/invoices/${id}/emails`, other.bearer],
      [`/dashboard/invoices/${id}/emails`, other.session],
    ] as const) {
      expectProblem(await request(running.url).get(path).set(headers), 404, 'not_found');
      const posted = await request(running.url)
        .post(path)
        .set(headers)
        .send({ to: [address] });
      expectProblem(posted, 404, 'not_found');
    }
    expect(await list(id)).toEqual([]);
  });
});

describe('an installation without a mail server', () => {
  it('says so, and sends no mail', async () => {
    const running = await startApp();
    try {
      const account = await createAccount(running);
      const { id } = await createInvoice(running.url, account);
      const { body } = await request(running.url).get('/dashboard/configuration').expect(200);
      expect(body).toMatchObject({ mail: false });
      const path = `/v1/invoices/${id}/emails`;
      const answer = await request(running.url).post(path).set(account.bearer);
      expectProblem(answer, 409, 'mail_off');
      const listed = await request(running.url).get(path).set(account.bearer).expect(200);
      expect(listed.body).toEqual({ data: [] });
    } finally {
      await running.close();
    }
  });
});
