import { Snippet } from '../code';
import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { Section } from '../section';

const references: readonly Definition[] = [
  {
    term: 'customer',
    text: 'The id of a stored customer (`cus_…`). What `recipient` says beside it counts more, for this invoice only.',
  },
  {
    term: 'recipient.external_id',
    text: 'Your own id of the customer. The customer is stored with the invoice, or brought up to date with what `recipient` says.',
  },
  {
    term: 'line_items[].item',
    text: 'The id of a stored item (`itm_…`). What the line says beside it counts more, for this invoice only.',
  },
  {
    term: 'line_items[].external_id',
    text: 'Your own id of the item. The item is stored with the invoice, or brought up to date with what the line says.',
  },
];

/** How customers and items are stored, named and forgotten. */
export function CustomersTopic() {
  return (
    <>
      <Section id="here" title="In the dashboard">
        <P>
          Under [Customers](/customers) and [Items](/items) you keep whom you invoice and what you
          sell. Type a few letters into the recipient or the description of a [new
          invoice](/invoices/new) and pick what is offered. A customer may have a language, a
          currency and payment terms of its own; its invoices use them unless you choose others.
        </P>
        <P>
          **Archive** what you do not need any more: it is not offered again, but its ids still
          work. **Remove** deletes it for good.
        </P>
      </Section>
      <Section id="request" title="Name them in a request">
        <P>
          You need not store anything first. Send your own id with an invoice: the first request
          stores the customer and the item, later ones need no more than the id.
        </P>
        <Snippet name="storedCustomer" />
        <Snippet name="knownCustomer" />
        <Definitions label="What a request may refer to" of={references} />
        <Points
          items={[
            'What you leave out stays as it is stored. `null` empties a field, and an address is replaced as a whole.',
            'Customer and items are stored together with the invoice, or not at all. A preview stores nothing, and a request that is repeated under its `Idempotency-Key` changes nothing.',
            'The price of an item may have a currency. In an invoice of another currency the line needs a `unit_price`; else the answer is [item_currency](/help/errors#item_currency).',
            'In a batch, a row sees what the rows in front of it say of a customer or an item.',
          ]}
        />
      </Section>
      <Section id="copies" title="Invoices are copies">
        <P>
          An invoice keeps what it printed. Whatever you change in a customer or an item later, and
          also when you remove it, invoices stay as they are, byte for byte. `customer_id` in an
          invoice says for whom it was made, and `item_id` in a line of which item; `GET
          /v1/invoices?customer=cus_…` lists the invoices of a customer.
        </P>
      </Section>
      <Section id="sync" title="Hand over your own records">
        <P>
          `PUT` with your own id stores a customer or replaces the one that is there as a whole, so
          you can repeat it whenever your own record has changed. `/v1/items` works in the same way.
        </P>
        <Snippet name="putCustomer" />
        <P>
          `POST /v1/customers` stores one, `PATCH /v1/customers/…` changes what you say and leaves
          the rest, `DELETE` removes it, and `GET /v1/customers` lists them with the parameters `q`,
          `external_id`, `archived`, `limit` and `cursor`. The [API reference](/docs) has every
          field.
        </P>
      </Section>
    </>
  );
}
