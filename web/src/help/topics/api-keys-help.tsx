import { Snippet } from '../code';
import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { entryOf } from '../error-entries';
import { P, Points } from '../prose';
import { Section } from '../section';

const refusals: readonly Definition[] = [
  'credentials_missing',
  'api_key_malformed',
  'api_key_unknown',
  'api_key_revoked',
  'api_key_expired',
  'credentials_in_url',
  'credentials_ambiguous',
  'account_suspended',
].map(entryOf);

/** What to do when a key is lost, has leaked or is refused. */
export function ApiKeysHelpTopic() {
  return (
    <>
      <Section id="lost" title="I lost a key">
        <P>
          Nobody can read it for you: Finvo stores only a fingerprint of each key. Generate another
          one under [Settings → API Keys](/settings/api-keys), put it where the old one was, and
          revoke the old one when its “last used” no longer moves.
        </P>
      </Section>
      <Section id="leaked" title="A key has leaked">
        <P>It stood in a repository, a chat, a log or a screenshot? Assume that somebody has it.</P>
        <Points
          ordered
          items={[
            '**Revoke it now**, under [Settings → API Keys](/settings/api-keys). It is refused at once.',
            'Generate another key and give it to your software.',
            'Look through [Invoices](/invoices) for any that you did not make. An issued invoice keeps its number, so tell its recipient if there is one.',
            'Take the key out of the place where it leaked. Deleting a line from a repository leaves it in the history: only the revocation helps there.',
          ]}
        />
        <P>
          Whoever finds a key can make it harmless without signing in, with the key itself. If you
          do not know which of your keys leaked, **Revoke all** ends every one of them.
        </P>
        <Snippet name="revokeOwnKey" />
      </Section>
      <Section id="refused" title="My key is refused">
        <P>
          Look at the whole answer first: its `code` says what is wrong and its `detail` says it in
          a sentence.
        </P>
        <Snippet name="wholeAnswer" />
        <Definitions label="Why a key is refused" of={refusals} />
      </Section>
      <Section id="header" title="The header is not right">
        <P>
          It is the name `Authorization`, the word `Bearer`, one space, and the key with nothing
          around it. What goes wrong most often:
        </P>
        <Points
          items={[
            'The scheme is `Basic`, `Token` or `ApiKey`, or is left out. Only `Bearer` counts.',
            'The key is sent as `X-Api-Key`. That header is not read.',
            'The variable is empty where the program runs. The next section shows how to tell.',
            'The key has quotation marks around it, or a line break at its end, from a copied file.',
            'A reverse proxy in front of Finvo removes the header or adds its own. Its own settings say how to pass `Authorization` through.',
          ]}
        />
      </Section>
      <Section id="cut-off" title="The key is cut off">
        <P>
          A key has 47 characters: `finvo_sk_`, then 38 letters and digits. Its last six are a
          checksum, so Finvo can tell a typing mistake from a key that never existed. This counts
          them, and must print 47:
        </P>
        <Snippet name="keyLength" />
      </Section>
      <Section id="in-the-url" title="The key is in the URL">
        <P>
          Finvo refuses every address with a key in it, on every path, and does not use the key.
          Addresses end up in the logs of servers and proxies and in the history of browsers, so
          treat that key as leaked: revoke it and send its successor in the header.
        </P>
      </Section>
      <Section id="which-account" title="Which account does a key belong to?">
        <P>
          `GET /v1/account` answers the organization, and `GET /v1/api-key` the name of the key, its
          two ends as they stand in your list, and when it expires:
        </P>
        <Snippet name="ownKey" />
        <P>
          An invoice that is “not found” although you can see it in the dashboard usually means that
          the key belongs to another account or another installation.
        </P>
      </Section>
      <Section id="both-doors" title="The key does not work in the dashboard">
        <P>
          It is not meant to. Keys open `/generate` and `/v1`; the pages of the dashboard and
          everything below `/dashboard` ask for a signed-in person. Neither opens the other’s door.
        </P>
      </Section>
    </>
  );
}
