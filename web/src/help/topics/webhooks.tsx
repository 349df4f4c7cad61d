import { Snippet } from '../code';
import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { Section } from '../section';

const headers: readonly Definition[] = [
  { term: 'webhook-id', text: 'Names the message. It is the same in every attempt.' },
  { term: 'webhook-timestamp', text: 'When this attempt was made, in seconds since 1970.' },
  {
    term: 'webhook-signature',
    text: 'One signature per secret, with a space between them: two during the 24 hours after a rotation. Each is `v1,` and a Base64 text.',
  },
];

const events: readonly Definition[] = [
  { term: 'invoice.issued', text: 'An invoice was issued, through the API or here.' },
  {
    term: 'invoice.credited',
    text: 'A credit note was made: `data` is the invoice, and the credit note is the last of its `credit_notes`. There is no `invoice.issued` for it.',
  },
  {
    term: 'invoice.voided',
    text: 'An invoice or a credit note was taken back; `void_reason` says why, if that was said.',
  },
  { term: 'invoice.emailed', text: 'The mail server has taken a mail with the invoice.' },
];

/** How webhooks are set up, checked and repeated. */
export function WebhooksTopic() {
  return (
    <>
      <Section id="what-for" title="What a webhook is for">
        <P>
          Your server need not ask again and again whether there is something new: Finvo sends it a
          message when something happens to an invoice. Add its address under [Settings →
          Webhooks](/settings/webhooks), choose the events, and store the secret that is shown once.
        </P>
        <Definitions label="Events" of={events} />
        <P>
          The body is JSON: `type` is the event, `timestamp` is when it happened, and `data` is the
          invoice as `GET /v1/invoices/…` answers it. Read over events and fields that you do not
          know; there will be more of them. **Send a test** sends the event `ping` with empty
          `data`.
        </P>
      </Section>
      <Section id="verify" title="Check the signature">
        <P>
          Anybody can send something to your address, so check each message before you believe it.
          Messages have the form of Standard Webhooks, for which there are libraries in many
          languages. Without one it takes a few lines; this server for Node.js takes messages that
          are signed and at most five minutes old:
        </P>
        <Snippet name="verifyWebhook" />
        <Definitions label="Header fields of a message" of={headers} />
        <Points
          items={[
            'Check the body as it arrived, to the byte. JSON that was read and written again is another text.',
            'Compare signatures in constant time, as `timingSafeEqual` does.',
            'Remember each `webhook-id` and do nothing when you see it a second time. A message may come twice, and messages may overtake one another.',
          ]}
        />
      </Section>
      <Section id="again" title="When your server is away">
        <P>
          Answer with a status from 200 to 299 within 15 seconds, and do long work afterwards.
          Everything else, a redirect too, is a failure: the message is sent again after 5 seconds,
          5 minutes, 30 minutes, 2 hours and so on, ten times in about three days. **Show what was
          sent** lists every message of the last 30 days with what became of it, and **Resend**
          sends it again under the same id.
        </P>
        <Points
          items={[
            'An answer of **410** turns the webhook off at once.',
            'When every attempt of five days has failed, the webhook is turned off as well. Turn it on again when your server is back, and resend what you missed.',
            'You are mailed when that happens, where this installation sends mail.',
          ]}
        />
      </Section>
      <Section id="rotate" title="Replace a secret">
        <P>
          **Rotate secret** makes a new one. For 24 hours every message carries a signature of each,
          so that you can change over when it suits you. If the old one has leaked, put the new one
          into your server at once: from then on the old signature convinces nobody.
        </P>
      </Section>
      <Section id="addresses" title="Which addresses are allowed">
        <P>
          An https address on the public internet, on port 443 or from 1024 on, without a user name
          or a password in it. Addresses of private networks and of the server itself are refused,
          whatever they are called, unless whoever runs the server allows them. An account may have
          ten webhooks.
        </P>
      </Section>
    </>
  );
}
