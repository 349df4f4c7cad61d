import { Text, TextInput } from '@mantine/core';
import { MagnifyingGlassIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { Snippet } from '../code';
import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { errorGroups } from '../error-codes';
import { definitionOf } from '../error-entries';
import { P, Points } from '../prose';
import { Section } from '../section';

const members: readonly Definition[] = [
  { term: 'code', text: 'What your program should look at. A code never changes its meaning.' },
  { term: 'title', text: 'The same for every occurrence of a code. For people.' },
  { term: 'detail', text: 'What happened this time. For people; the words may change.' },
  { term: 'status', text: 'The HTTP status, once more.' },
  { term: 'type', text: 'The code as a URN, as RFC 9457 asks for.' },
  {
    term: 'request_id',
    text: 'Also in the header `X-Request-Id` and in the server’s log: name it when you ask for help.',
  },
  {
    term: 'errors',
    text: 'Every fault of the request at once. `pointer` says where (RFC 6901), `code` and `message` say what, and `hint` says what helps, where Finvo knows.',
  },
];

/** What errors look like, when to repeat, and every code. */
export function ErrorsTopic() {
  return (
    <>
      <Section id="format" title="What an error looks like">
        <P>
          Every error, on every path, is a JSON document of the type `application/problem+json` (RFC
          9457). This request has two faults:
        </P>
        <Snippet name="faulty" />
        <P>and this is its answer, with the status 422:</P>
        <Snippet name="faultyAnswer" />
        <Definitions label="Members of a problem" of={members} />
        <P>
          A request that is answered with an error has stored nothing and used no invoice number,
          with one exception that says so itself: `pdf_not_ready`.
        </P>
      </Section>
      <Section id="again" title="When to send a request again">
        <Points
          items={[
            '**408 and 503**: yes, after the seconds in `Retry-After`, if there are any.',
            '**500**: once more; then tell whoever runs the server the `request_id`.',
            '**Any other 4xx**: not as it is, as it would fail again. Change what `code` says.',
          ]}
        />
        <P>
          Send invoices with an [Idempotency-Key](/help/invoices#repeat), and repeating can never
          make a second one. A function that does all of this:
        </P>
        <Snippet name="handleProblems" />
      </Section>
      <Codes />
    </>
  );
}

/** Every code, with a field to find one. */
function Codes() {
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const groups = errorGroups
    .map((group) => ({
      ...group,
      entries: group.entries.filter(
        ({ code, meaning }) => code.includes(wanted) || meaning.toLowerCase().includes(wanted),
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <Section id="codes" title="Every code">
      <TextInput
        label="Find a code"
        type="search"
        maw={360}
        leftSection={<MagnifyingGlassIcon width={16} />}
        value={sought}
        onChange={({ currentTarget }) => {
          setSought(currentTarget.value);
        }}
      />
      <Text role="status" size="sm" c="dimmed">
        {groups.length === 0 && 'There is no such code. Try a part of it.'}
      </Text>
      {groups.map(({ id, title, about, entries }) => (
        <Section key={id} id={id} title={title} level={3}>
          <P>{about}</P>
          <Definitions label={title} of={entries.map(definitionOf)} />
        </Section>
      ))}
    </Section>
  );
}
