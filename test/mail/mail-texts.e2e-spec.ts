import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { rowsOf } from '../support/tables.js';

type Headers = Record<string, string>;

describe('the texts of mails', () => {
  let server: MailServer;
  let running: RunningApp;
  let account: TestAccount;
  let address: string;
  let count = 0;

  beforeAll(async () => {
    server = await startMailServer();
    running = await startApp({ SMTP_URL: server.url });
  });
  afterAll(async () => {
    await running.close();
    await server.close();
  });
  const newAccount = async () => {
    account = await createAccount(running, { organizationName: 'Muster & Söhne' });
    address = `texts-${(count += 1)}@example.com`;
  };

  const settings = '/dashboard/mail-settings';
  const put = (body: unknown) =>
    request(running.url)
      .put(settings)
      .set(account.session)
      .send(body as object);
  const stored = async () =>
    (await request(running.url).get(settings).set(account.session).expect(200)).body as unknown;
  const post = (path: string, body: unknown = {}, headers: Headers = account.bearer) =>
    request(running.url)
      .post(path)
      .set(headers)
      .send(body as object);
  const invoiceTo = (changes: object = {}) =>
    createInvoice(running.url, account, {
      recipient: { name: 'Acme <b>Corp</b>', email: address },
      date: '2026-01-19',
      currency: 'EUR',
      ...changes,
    });
  const mailOf = async (changes: object = {}) => {
    const { id } = await invoiceTo(changes);
    await post(`/v1/invoices/${id}/emails`).expect(202);
    const [mail] = await server.mailsTo(address);
    return mail!;
  };

  describe('of one account', () => {
    beforeEach(newAccount);

    it('are in the language of the invoice, with its labels, dates and amounts', async () => {
      const mail = await mailOf({ language: 'de', due_date: '2026-02-18', reference: 'B-7' });
      expect(mail.subject).toBe('Rechnung INV-0001 von Muster & Söhne');
      expect(mail.text).toBe(
        [
          'Guten Tag,\n\nanbei erhalten Sie unsere Rechnung INV-0001.\n',
          'Rechnungsnummer: INV-0001',
          'Rechnungsdatum: 19. Januar 2026',
          'Zahlbar bis: 18. Februar 2026',
          'Ihre Referenz: B-7',
          'Gesamtbetrag: 1.500,00\u00a0€',
          '\nMuster & Söhne\n\n',
        ].join('\n'),
      );
      expect(mail.html).toContain('<div lang="de" dir="ltr">');
    });

    it('run from right to left where the language does', async () => {
      const mail = await mailOf({ language: 'ar' });
      expect(mail.subject).toBe('فاتورة INV-0001 من Muster & Söhne');
      expect(mail.html).toContain('<div lang="ar" dir="rtl">');
      expect(mail.html).toContain('رقم الفاتورة');
    });

    it('have the labels of the second language beside those of the first', async () => {
      const mail = await mailOf({ language: 'fr', second_language: 'en' });
      expect(mail.text).toContain('Numéro de facture / Invoice number\u00a0: INV-0001');
      expect(mail.text).toContain('Veuillez trouver');
    });

    it('are the account’s own in the languages that it has some for, and are kept', async () => {
      const texts = {
        de: {
          subject: '{{organization_name}}: {{invoice_number}} über {{ total }}',
          message:
            'Hallo {{recipient_name}},\n\nzahlbar bis {{due_date}}.\nIhre Bestellung: {{reference}}\n\nDanke!',
        },
        fr: { subject: 'Facture' },
      };
      const answer = await put({ texts, copy_to: null }).expect(200);
      expect(answer.body).toEqual({ texts, copy_to: null });
      expect(await stored()).toEqual({ texts, copy_to: null });
      const mail = await mailOf({ language: 'de-AT', due_date: '2026-02-18' });
      expect(mail.subject).toBe('Muster & Söhne: INV-0001 über € 1.500,00');
      expect(mail.text).toMatch(
        /^Hallo Acme <b>Corp<\/b>,\n\nzahlbar bis 18\. Februar 2026\.\n\nDanke!\n\n/,
      );
      expect(mail.html).toContain('Hallo Acme &lt;b&gt;Corp&lt;/b&gt;,<br>');
      expect(mail.html).not.toContain('<b>');
    });

    it('give way to the usual ones where nothing of them remains for an invoice', async () => {
      await put({ texts: { en: { subject: 'Due {{due_date}}', message: 'By {{due_date}}!' } } });
      const mail = await mailOf();
      expect(mail.subject).toBe('Invoice INV-0001 from Muster & Söhne');
      expect(mail.text).toMatch(/^Hello,\n\nplease find attached our invoice INV-0001\.\n/);
    });

    it('make no header of what people are called', async () => {
      await put({ texts: { en: { subject: '{{recipient_name}} {{organization_name}}' } } });
      const mail = await mailOf({
        recipient: { name: 'A Bcc: b@example.com {{total}}', email: address },
        organization: { name: 'X\nTo: c@example.com' },
      });
      expect(mail.subject).toBe('A Bcc: b@example.com {{total}} X To: c@example.com');
      expect(mail.bcc ?? []).toEqual([]);
      expect(mail.to).toEqual([{ name: '', address }]);
    });

    it('are seen before a mail is sent, through both doors, and nothing is sent or stored', async () => {
      await put({ texts: { en: { message: 'Pay {{total}}.' } }, copy_to: 'me@example.com' });
      const { id } = await invoiceTo();
      const before = server.begun;
      const doors = { '/v1': account.bearer, '/dashboard': account.session };
      for (const [door, headers] of Object.entries(doors)) {
        const path = `${door}/invoices/${id}/emails/preview`;
        const { body } = await post(path, { subject: 'My subject' }, headers).expect(200);
        expect(body).toEqual({
          to: [address],
          cc: [],
          bcc: ['me@example.com'],
          language: 'en',
          direction: 'ltr',
          subject: 'My subject',
          message: 'Pay €1,500.00.',
          text: expect.stringMatching(/^Pay €1,500\.00\.\n\nInvoice number: INV-0001\n/),
          html: expect.stringContaining('<p>Pay €1,500.00.</p>'),
        });
      }
      expect(await rowsOf(running, 'outbox')).not.toContainEqual(
        expect.objectContaining({ about_id: id }),
      );
      expect(server.begun).toBe(before);
    });

    it('are seen on a sample invoice before they are saved', async () => {
      const texts = { de: { message: 'Bis {{due_date}}: {{total}}' } };
      const preview = await post(
        `${settings}/preview`,
        { language: 'de-CH', texts },
        account.session,
      ).expect(200);
      expect(preview.body).toMatchObject({
        language: 'de-CH',
        subject: 'Rechnung INV-0042 von Muster & Söhne',
        message: expect.stringMatching(/^Bis 2\. Februar 2026: \$.1[’']500\.00$/),
        usual: {
          subject: 'Rechnung {{invoice_number}} von {{organization_name}}',
          message: texts.de.message,
        },
      });
      expect(await stored()).toEqual({ texts: {}, copy_to: null });
    });

    it('belong to their account alone, and a change is told in the audit log', async () => {
      const texts = { en: { subject: 'Mine' } };
      await put({ texts }).expect(200);
      await put({ texts }).expect(200);
      const other = await createAccount(running);
      const { body } = await request(running.url).get(settings).set(other.session).expect(200);
      expect(body).toEqual({ texts: {}, copy_to: null });
      const lines = (await rowsOf(running, 'audit_log')).filter(
        ({ kind, account_id }) => kind === 'mail_settings_changed' && account_id === account.id,
      );
      expect(lines.map(({ details }) => JSON.parse(String(details)) as unknown)).toEqual([
        { fields: ['texts'] },
      ]);
    });
  });

  describe('that cannot be used', () => {
    beforeAll(newAccount);

    it.each<[string, object, string[]]>([
      [
        'an unknown placeholder',
        { de: { message: '{{due_dat}}' } },
        ['/texts/de/message unknown_placeholder'],
      ],
      ['one brace', { de: { subject: '{total}' } }, ['/texts/de/subject unknown_placeholder']],
      ['open braces', { de: { subject: '{{total' } }, ['/texts/de/subject unknown_placeholder']],
      ['an unknown language', { xx: {} }, ['/texts/xx not_a_choice']],
      ['another field', { de: { subjet: 'x' } }, ['/texts/de/subjet unknown_field']],
      ['no object', { de: 'x' }, ['/texts/de wrong_type']],
      [
        'two lines in a subject',
        { de: { subject: 'a\nb' } },
        ['/texts/de/subject control_character'],
      ],
      ['a long subject', { de: { subject: 'x'.repeat(201) } }, ['/texts/de/subject too_long']],
      ['an empty message', { de: { message: ' ' } }, ['/texts/de/message required']],
      ['a list', [], ['/texts wrong_type']],
      [
        'several faults',
        { de: { subject: '{{a}} {{b}}' }, fr: { message: 1 } },
        [
          '/texts/de/subject unknown_placeholder',
          '/texts/de/subject unknown_placeholder',
          '/texts/fr/message wrong_type',
        ],
      ],
    ])('are refused with %s, in the preview too', async (_, texts, faults) => {
      const answer = await put({ texts });
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual(faults);
      const preview = await post(`${settings}/preview`, { language: 'de', texts }, account.session);
      expect(faultsOf(preview)).toEqual(faults);
      expect(await stored()).toEqual({ texts: {}, copy_to: null });
    });

    it('say which placeholder was probably meant', async () => {
      const answer = await put({ texts: { en: { subject: '{{invoice_numbr}} {{zzz}} {total}' } } });
      const hints = (answer.body.errors as { hint: string }[]).map(({ hint }) => hint);
      expect(hints[0]).toBe('Did you mean "{{invoice_number}}"?');
      expect(hints[1]).toMatch(/^There are: \{\{invoice_number\}\}, /);
      expect(hints[2]).toBe('Write "{{total}}" with two braces on each side.');
    });

    it('refuse a copy to what is no address', async () => {
      const answer = await put({ copy_to: 'a@example.com\r\nBcc: b@example.com' });
      expect(faultsOf(answer)).toEqual(['/copy_to control_character']);
    });
  });
});
