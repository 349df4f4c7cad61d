import { Snippet } from '../code';
import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { Section } from '../section';

const paymentCodes: readonly Definition[] = [
  {
    term: 'epc',
    note: 'GiroCode',
    text: 'A transfer in euros to an account in SEPA. Banking apps fill in receiver, amount and reference. Outside the European Economic Area it needs the BIC as well.',
  },
  {
    term: 'swiss_qr',
    note: 'Swiss QR-bill',
    text: 'Receipt and payment part at the bottom of the last page, in francs or euros, for a Swiss or Liechtenstein IBAN. Your address needs postal code, city and country. A QR-IBAN needs a QR reference with every invoice.',
  },
  {
    term: 'link',
    note: 'Any page of yours',
    text: 'Opens your `link`, in which `{number}`, `{amount}` and `{currency}` are filled in.',
  },
  {
    term: 'automatic',
    text: 'The QR-bill where it is possible, else the EPC code, else the link, else none.',
  },
];

const layouts: readonly Definition[] = [
  { term: 'clean', text: 'Plain lines and much white. This is what a new account starts with.' },
  {
    term: 'classic',
    text: 'A letter: the recipient where the window of an envelope shows it, your details in the letterhead, and a table with lines around its cells.',
  },
  { term: 'compact', text: 'Small type and little room: some 45 lines on the first page.' },
];

const formats: readonly Definition[] = [
  {
    term: 'INV-{0001}',
    note: 'INV-0001, INV-0002 …',
    text: 'Counts for ever. This is what a new account starts with.',
  },
  { term: '{YYYY}-{0001}', note: '2026-0001 …', text: 'Starts at 1 again with every year.' },
  {
    term: '{YYYY}{MM}-{001}',
    note: '202601-001 …',
    text: 'Starts at 1 again with every month. `{MM}` needs a year beside it.',
  },
  { term: 'RE/{YY}/{00001}', note: 'RE/26/00001 …', text: '`{YY}` is the year in two digits.' },
];

const defaults = [
  '**Currency**, **language** and **second language** of the invoice.',
  '**Time zone**: decides which day “today” is, for invoices without a `date`.',
  '**Payment terms**: the days until an invoice is due, if it says nothing else.',
  '**Round amounts due to**: rounds what is to be paid to coins, such as 0.05 for Swiss francs, on invoices in your currency.',
  '**Bank account**: where the recipient is asked to pay.',
  '**Layout**, **position of the logo** and **accent colour** of the PDF.',
  '**Format of invoice numbers**: how the numbers that Finvo gives look.',
];

/** Who sends the invoices, and the defaults that requests may leave out. */
export function OrganizationTopic() {
  return (
    <>
      <Section id="profile" title="The sender on your invoices">
        <P>
          Under [Settings → Organization](/settings/organization) you write down once who you are:
          legal name, address, contact, tax number, bank account, logo and colour. Every invoice,
          from the API or by hand, starts from there, and a preview on that page shows the result.
        </P>
        <P>
          An invoice keeps the sender that it was issued with. When you move or rename the business,
          invoices from before stay as they are, and new ones have the new details.
        </P>
      </Section>
      <Section id="defaults" title="Defaults">
        <P>What a request leaves out is taken from the profile:</P>
        <Points items={defaults} />
        <P>Your software can read them, which also makes a cheap test of the connection:</P>
        <Snippet name="checkKey" />
      </Section>
      <Section id="numbers" title="Format of invoice numbers">
        <P>
          The part in braces counts, and its width says how many digits a number has at least. Year
          and month are those of the invoice’s date.
        </P>
        <Definitions label="Formats of invoice numbers" of={formats} />
        <P>
          Letters, digits, inner spaces and the characters . _ / : # + ( ) - may stand beside them.
          Numbers that were given already are never given again, whatever you change the format to.
        </P>
      </Section>
      <Section id="logo" title="Logo">
        <P>
          A PNG, JPEG or SVG of up to 2 MiB. Finvo draws it anew and keeps nothing but the picture;
          scripts, links and the place where a photo was taken are left behind. A logo that is
          printed at its best is wide rather than tall and has no empty border.
        </P>
      </Section>
      <Section id="layouts" title="Layouts">
        <P>
          Every layout prints the same: any number of lines, both directions of writing, codes and
          slips to pay with. Choose one under **Appearance** in Settings → Organization, where the
          preview follows at once, or send `template` with an invoice; `accent_color` and
          `logo_position` go with it.
        </P>
        <Definitions label="Layouts" of={layouts} />
        <P>
          Whoever runs Finvo can add layouts of their own (`TEMPLATES_DIR`), which are chosen by
          their names in the same places; `GET /v1/templates` lists all of them.
        </P>
        <P>
          An invoice keeps the layout that it was issued with, also where its PDF is read for the
          first time after the layout was changed or improved.
        </P>
      </Section>
      <Section id="payment-codes" title="Payment codes">
        <P>
          A code on the PDF saves your customers from typing: they point the app of their bank at
          it. Choose one under **Payment details** in Settings → Organization, or send
          `payment.code` with an invoice.
        </P>
        <Definitions label="Payment codes" of={paymentCodes} />
        <P>
          An RF reference (ISO 11649) goes into the code as such, any other reference as a message;
          without one the message is the number of the invoice. What the code asks for is the total.
          Invoices for which the code of your settings cannot be made are printed without it; a code
          that a request asks for by its name is refused with the reason, before a number is used.
        </P>
        <Snippet name="paymentCode" />
      </Section>
      <Section id="other-sender" title="Another sender for one invoice">
        <P>
          `organization` in a request changes the sender for that invoice alone, such as a brand
          name. Fields that you leave out come from the profile; an address is replaced as a whole.
        </P>
        <Snippet name="otherSender" />
      </Section>
      <Section id="languages" title="Languages">
        <P>
          Finvo writes invoices in more than sixty languages. `language` decides how labels, dates,
          numbers and amounts are written; a tag with a country, such as `de-CH` or `en-GB`, changes
          dates and numbers only. Arabic, Hebrew, Persian and Urdu turn the whole page round. Digits
          are 0 to 9 and dates are Gregorian in every language, so that everybody can read them.
        </P>
        <P>
          With a `second_language` every label is printed in both; amounts and dates stay in the
          first. What you write yourself, such as descriptions and notes, is never translated.
        </P>
        <P>
          Labels that your trade or your tax office wants in other words can be changed under
          **Wordings** in Settings → Organization. Parts in braces, such as {'`{page}`'}, must stay.
          Invoices that were issued before keep their words.
        </P>
      </Section>
      <Section id="letters" title="Letters">
        <P>
          Names and texts may be in any of the writing systems that the server has a font for: among
          others Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai, Chinese, Japanese and
          Korean. A character that cannot be printed is refused with its place in the request,
          before a number is used.
        </P>
      </Section>
    </>
  );
}
