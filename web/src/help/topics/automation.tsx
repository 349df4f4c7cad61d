import { Snippet } from '../code';
import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { Section } from '../section';

const steps: readonly Definition[] = [
  {
    term: 'n8n',
    text: 'The node HTTP Request: method POST, a credential of the type Bearer Auth with your key, the header `Idempotency-Key`, and a body of JSON. To get a PDF, set the response format to File. Turn on Retry On Fail.',
  },
  {
    term: 'Zapier',
    text: 'Webhooks by Zapier, the action Custom Request: method POST, the JSON as data, and the three headers. The simpler action POST takes single fields, and an invoice has a list of lines.',
  },
  {
    term: 'Make',
    text: 'The app HTTP, the module Make a request: method POST, the headers, a raw body with the content type JSON. Turn on Parse response, and let every state that is not a success count as an error.',
  },
];

const triggers: readonly Definition[] = [
  { term: 'n8n', text: 'The node Webhook, method POST, with its production address.' },
  { term: 'Zapier', text: 'Webhooks by Zapier, Catch Hook.' },
  { term: 'Make', text: 'The app Webhooks, Custom webhook.' },
];

/** Using Finvo from tools that connect services without a program. */
export function AutomationTopic() {
  return (
    <>
      <Section id="request" title="One request">
        <P>
          n8n, Zapier and Make need no plug-in for Finvo: each of them sends an HTTP request.
          Address, headers and body are those of this one; put the fields of your trigger in place
          of the values:
        </P>
        <Snippet name="repeatable" />
        <Definitions label="Where to enter it" of={steps} />
        <P>
          A tool in the cloud must be able to reach this server at a public address with https. Give
          each tool [a key of its own](/settings/api-keys), so that you can revoke it alone. A whole
          workflow for n8n, ready to import, and every step for the others are in
          `docs/automation.md`, which comes with Finvo.
        </P>
      </Section>
      <Section id="rules" title="What to get right">
        <Points
          items={[
            '**The id of the trigger** as `Idempotency-Key`. These tools repeat steps, and people replay runs. With the id of the order or the payment there is one invoice, however often the step runs.',
            '**Numbers as text**, without thousands separators and currency signs.',
            '**Quotes and line breaks.** Where a tool pastes your data into a JSON text, they make it invalid: the answer is [malformed_json](/help/errors#malformed_json), and nothing is issued. Let the tool write the JSON where it can.',
          ]}
        />
      </Section>
      <Section id="file" title="File or data">
        <P>
          `POST /v1/invoices` answers data: later steps can use `id`, `invoice_number` and `total`.
          `POST /generate` answers the PDF itself, and `GET /v1/invoices/…/pdf` gets it afterwards.
          `POST /v1/invoices/…/share-links` makes a link for people; put `/shared/` in the place of
          `/i/` in its address and `/pdf` behind it, and it is the address of the file, for steps
          that cannot send a key.
        </P>
      </Section>
      <Section id="triggers" title="Finvo as the trigger">
        <P>
          An issued or mailed invoice can start a workflow: make the address of the trigger there,
          and add it under [Settings → Webhooks](/settings/webhooks).
        </P>
        <Definitions label="Triggers" of={triggers} />
        <Points
          items={[
            'A message may come twice: let `type` and `data.id` decide whether it is new.',
            'These triggers do not check [signatures](/help/webhooks#verify) by themselves. Where a forged message could do harm, take only `data.id` of it and read the invoice with your key.',
            'A workflow that issues invoices must not be started by every `invoice.issued`: it would start itself.',
          ]}
        />
      </Section>
    </>
  );
}
