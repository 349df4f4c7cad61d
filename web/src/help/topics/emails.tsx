import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { Section } from '../section';

const placeholders: readonly Definition[] = [
  {
    term: '{{document_title}}',
    text: 'What the paper is called in the language of the mail, such as Invoice or Rechnung.',
  },
  { term: '{{invoice_number}}', text: 'The number of the invoice.' },
  { term: '{{recipient_name}}', text: 'The name of its recipient.' },
  { term: '{{organization_name}}', text: 'The name of the sender.' },
  { term: '{{total}}', text: 'What is to be paid, with its currency.' },
  { term: '{{date}}', text: 'The date of the invoice.' },
  { term: '{{due_date}}', text: 'When it is due. An invoice may have none.' },
  { term: '{{reference}}', text: 'The reference of the recipient. An invoice may have none.' },
];

const states: readonly Definition[] = [
  { term: 'queued', text: 'It is being sent, or waits for its next attempt; `error` says why.' },
  {
    term: 'sent',
    text: 'The mail server has taken it for at least one address in `to`. `error` names the addresses that it refused.',
  },
  { term: 'failed', text: 'Nobody in `to` gets it. `error` says what the mail server said.' },
];

/** How invoices are mailed, in which words, and what becomes of the mails. */
export function EmailsTopic() {
  return (
    <>
      <Section id="send" title="Send an invoice">
        <P>
          Open the invoice and choose **E-mail**, or send `POST /v1/invoices/…/emails`. The PDF is
          attached. Without a body the mail goes to the address of the recipient in your usual
          words; `to`, `cc`, `bcc`, `subject` and `message` say otherwise. A mail has at most ten
          addresses in all, and a subject or a message of a request is sent as it is.
        </P>
        <P>
          `POST /v1/invoices/…/emails/preview` takes the same body and answers the mail as it would
          be: nothing is sent.
        </P>
      </Section>
      <Section id="texts" title="Texts of your own">
        <P>
          A mail is written in the language of its invoice: your message, and below it the details
          of the invoice under the labels that its PDF has. Write a subject and a message for each
          language under [Settings → E-mails](/settings/e-mails); where you write nothing, Finvo has
          a text of its own. Texts in German also hold for German in Switzerland, unless that has
          its own. Your texts are for invoices: credit notes, pro forma invoices and quotes are
          mailed with the text of Finvo, which calls each by its title.
        </P>
        <Definitions label="Placeholders" of={placeholders} />
        <Points
          items={[
            'A line of the message that names something an invoice does not have is left out, so that no torn sentence remains. A subject that does gives way to the usual one.',
            'A name that is no placeholder is refused when you save, with the one that you probably meant.',
            'Texts and names are sent as text: nothing in them becomes markup or a header of the mail.',
          ]}
        />
      </Section>
      <Section id="copies" title="A copy to yourself">
        <P>
          The address under **Copy to** gets an unseen copy of every mail with an invoice, on top of
          the ten addresses. It can only be set here, not with an API key.
        </P>
      </Section>
      <Section id="states" title="What became of a mail">
        <P>
          The list of invoices shows how the latest mail of each fares. In the API it is `email` of
          an invoice, with the time when a mail was last sent. `GET /v1/invoices/…/emails` lists all
          mails of an invoice.
        </P>
        <Definitions label="States of a mail" of={states} />
        <P>
          A mail server that is away or asks for patience is asked again for about a day. Addresses
          that have the mail already do not get it a second time. A refusal for good is final at
          once.
        </P>
      </Section>
      <Section id="again" title="Send it again">
        <P>
          **Send again**, or **Try again** for a mail that has failed, makes a new mail with the
          same recipients and words: `POST /v1/invoices/…/emails/…/resend`. Each mail is repeated
          once, so two clicks are not two mails: the second request is answered the mail of the
          first one. To send it a third time, repeat the newer mail. A mail that is still queued is
          refused with `email_queued`.
        </P>
      </Section>
    </>
  );
}
