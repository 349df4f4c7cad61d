import { requestFields } from '../request-fields';
import { Snippet } from '../code';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { Section } from '../section';

/** Papers that come before the invoice, and how they become one. */
export function QuotesTopic() {
  return (
    <>
      <Section id="make" title="Make one">
        <P>
          Choose **Quote** or **Pro forma** at the top of a [new invoice](/invoices/new), or send
          the same request as for an invoice with a `type`:
        </P>
        <Snippet name="createQuote" />
        <Points
          items={[
            'A **quote** says what something will cost, and with `valid_until` how long that holds. It asks for no money: it has no due date, no payment details and no payment code, and is refused where it says them.',
            'A **pro forma invoice** looks like an invoice, with where and until when to pay, for customs or to be paid in advance. It is no invoice.',
            'Both have numbers of their own (`Q-0001`, `PF-0001`), so that the numbers of your invoices have no gaps. They count in no sum.',
            'They are mailed, shared, exported and voided like invoices. A quote that is not to be accepted any more is voided.',
          ]}
        />
      </Section>
      <Section id="invoice" title="Make the invoice">
        <P>
          Press **Create invoice** on the page of the quote or pro forma invoice, or let your
          software do it when the customer has accepted:
        </P>
        <Snippet name="convertQuote" />
        <P>
          Recipient, items, amounts, languages and layout are taken over to the cent. The invoice
          has the next number of your invoices, the date of today, and the payment details and terms
          that your organization has now. All of that can be said in the body:
        </P>
        <Definitions label="Fields of the request" of={requestFields.ConvertDocumentDto} />
      </Section>
      <Section id="once" title="Once">
        <P>
          The answer is `201` with the invoice. A document becomes one invoice: a second request is
          answered `200` with the same one and `Idempotent-Replayed: true`, whatever its body says.
          `converted_to` of the document and `converted_from` of the invoice tell of each other.
          Once its invoice is void, a document may become another one.
        </P>
        <P>
          A quote that is over can become an invoice all the same; the dashboard tells you. A void
          document cannot: the answer is `409` with the code `not_convertible`.
        </P>
        <P>
          [Webhooks](/help/webhooks) tell of the invoice (`invoice.issued`) and never of a quote or
          a pro forma invoice. [Recurring invoices](/help/recurring) may be pro forma, but not
          quotes.
        </P>
      </Section>
    </>
  );
}
