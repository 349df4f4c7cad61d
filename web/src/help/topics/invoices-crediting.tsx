import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { requestFields } from '../request-fields';
import { Section } from '../section';
import { Voiding } from './invoices-voiding';

/** What can be done about an issued invoice that is wrong. */
export function Corrections() {
  return (
    <>
      <Crediting />
      <Voiding />
    </>
  );
}

/** Correcting an issued invoice. */
function Crediting() {
  return (
    <Section id="credit" title="Credit an invoice">
      <P>
        An issued invoice is never changed. A credit note takes back all of it or a part: `POST
        /v1/invoices/…/credit-notes`, or **Credit** on its page. Without a body it credits all that
        is left; the answer is the credit note, as JSON or as PDF like an invoice, and
        `Idempotency-Key` works as there. `…/credit-notes/preview` calculates it without storing
        anything, and `GET` lists the credit notes with what is `left`.
      </P>
      <Definitions label="Fields of a credit note" of={requestFields.CreateCreditNoteDto} />
      <Definitions label="A line of a credit note" of={requestFields.CreditLineDto} />
      <Points
        items={[
          'Its amounts are positive. Names, taxes, languages and layout are those of the invoice, and it is numbered from the series `CN`.',
          'Discounts and charges on the whole invoice go along in proportion. All credit notes of an invoice together never come to more than it, and those that take everything come to it exactly, tax included.',
          '`corrects` of the credit note names the invoice, `credited_total` and `credit_notes` of the invoice name what was credited. The sums of a month are less by its credit notes.',
          'A credit note that is wrong is voided: its amounts may be credited again. An invoice with credit notes cannot be voided itself.',
        ]}
      />
    </Section>
  );
}
