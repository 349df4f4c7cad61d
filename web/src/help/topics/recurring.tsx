import { Snippet } from '../code';
import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { Section } from '../section';

const fields: readonly Definition[] = [
  { term: 'name', note: 'text, required', text: 'What you call it.' },
  {
    term: 'invoice',
    note: 'object, required',
    text: 'The invoice, with the fields of `POST /v1/invoices` but `invoice_number`, `date` and `due_date`. Use `payment_terms_days`.',
  },
  {
    term: 'frequency',
    note: 'text, required',
    text: '`day`, `week`, `month`, `quarter` or `year`.',
  },
  { term: 'interval', note: 'whole number', text: 'Every so many of them; left out: 1.' },
  {
    term: 'start_date',
    note: 'date, required',
    text: 'Date of the first invoice. It may lie in the past as long as no more than 12 invoices are due at once.',
  },
  { term: 'end_date', note: 'date', text: 'No invoice after this day.' },
  { term: 'occurrences', note: 'whole number', text: 'Instead of `end_date`: how many periods.' },
  {
    term: 'send_email',
    note: 'true or false',
    text: 'Mail each invoice with its PDF to its recipient when it is issued.',
  },
];

const placeholders: readonly Definition[] = [
  { term: '{{period_start}}', text: 'The date of the invoice: the first day of its period.' },
  { term: '{{period_end}}', text: 'The day before the next date.' },
  { term: '{{month}}', text: 'The month of the date, such as January 2026.' },
  { term: '{{year}}', text: 'The year of the date.' },
  {
    term: '{{previous_month}}',
    text: 'The month before, for those who bill what is done.',
  },
  {
    term: '{{previous_period_start}}',
    text: 'The first day of the period before; `{{previous_period_end}}` is its last one.',
  },
];

const routes: readonly Definition[] = [
  { term: 'GET /v1/schedules', text: 'The schedules of the account, newest first.' },
  {
    term: 'POST /v1/schedules/preview',
    text: 'The first dates and the first invoice; stores nothing.',
  },
  { term: 'GET /v1/schedules/{id}/upcoming', text: 'The next dates.' },
  {
    term: 'GET /v1/schedules/{id}/occurrences',
    text: 'What became of each period: its invoice, or its problem.',
  },
  { term: 'PUT /v1/schedules/{id}', text: 'Replaces it from the next period on.' },
  { term: 'POST /v1/schedules/{id}/pause', text: 'Also `/resume` and `/end`.' },
  {
    term: 'POST /v1/schedules/{id}/occurrences/{date}/retry',
    text: 'Tries a failed period again; `/skip` gives it up.',
  },
  { term: 'DELETE /v1/schedules/{id}', text: 'Its invoices stay.' },
];

/** How invoices come again and again. */
export function RecurringTopic() {
  return (
    <>
      <Section id="make" title="Make an invoice recurring">
        <P>
          Fill in a [new invoice](/invoices/new) and press **Make recurring**, or open an invoice
          that you have and press it there. Choose how often, from when and until when; the first
          dates are shown before anything is stored. Under [Recurring](/recurring) you find every
          schedule with its next date and its invoices.
        </P>
        <P>Your software does the same with one request:</P>
        <Snippet name="createSchedule" />
        <Definitions label="Fields of a schedule" of={fields} />
      </Section>
      <Section id="dates" title="Which dates it has">
        <P>
          All dates are counted from the first one. A monthly schedule from 31 January on has 28
          February (29 in a leap year), 31 March and 30 April: the last day of each shorter month,
          and the 31st again where there is one.
        </P>
        <P>
          An invoice is issued when its day begins: at midnight in the time zone that your
          organization had when the schedule was made, whatever clocks do that night.
        </P>
      </Section>
      <Section id="once" title="Once per period">
        <Points
          items={[
            'Each period has one invoice, with its own date and the next number of its series. A server that crashes or runs twice never makes a second one.',
            'When the server was away, the invoices that were missed are issued as soon as it is back: in order, each with the date that it should have had.',
            'What a schedule would have issued while it was **paused** is skipped. It goes on with the first date that is not before the day on which you resume it.',
            'A changed schedule goes on from its next date: invoices that were issued stay as they are, and no date comes twice.',
          ]}
        />
      </Section>
      <Section id="placeholders" title="Name the period">
        <P>
          Descriptions, details, notes, terms and the reference may hold these words in braces. Each
          invoice says its own, in its language.
        </P>
        <Definitions label="Placeholders" of={placeholders} />
      </Section>
      <Section id="failed" title="When an invoice cannot be issued">
        <P>
          An invoice is checked when the schedule is made and again when it is issued. When it has
          become impossible, for example because the currency of the organization was changed, its
          period is marked **Not issued** with the reason, no number is used, and the schedule goes
          on with the next period. Edit the schedule and press **Try again**: the invoice gets the
          date that it would have had. **Skip** gives the period up.
        </P>
      </Section>
      <Section id="api" title="With the API">
        <Definitions label="Routes" of={routes} />
        <P>
          A schedule belongs to the account: it goes on when the key that made it is revoked. Send
          an `Idempotency-Key` when you make one, so that a repeated request makes no second
          schedule.
        </P>
      </Section>
    </>
  );
}
