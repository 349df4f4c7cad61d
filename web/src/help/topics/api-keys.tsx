import { FirstRequest, Snippet } from '../code';
import { P, Points } from '../prose';
import { Section } from '../section';

/** How keys are made, kept, sent and replaced. */
export function ApiKeysTopic() {
  return (
    <>
      <Section id="what-for" title="What a key is for">
        <P>
          Your own software, such as a shop, a CRM or a script, sends an API key with every request.
          The key says which account the request belongs to. In the dashboard you are signed in, so
          if you write your invoices by hand you never need one.
        </P>
        <Points
          items={[
            'A key belongs to the **account**, not to the person who generated it. It goes on working when somebody changes their password.',
            'All keys may do the same: issue, preview and read invoices, and read the organization. They cannot change the organization or make other keys.',
            'An account may have 25 active keys. Give each program a key of its own: then you can replace one without touching the others, and the list shows which of them is in use.',
          ]}
        />
      </Section>
      <Section id="generate" title="Generate a key">
        <Points
          ordered
          items={[
            'Open [Settings → API Keys](/settings/api-keys) and choose **Generate New Key**.',
            'Give it a name that says where it will live, such as “Production server”, and choose **Generate**.',
            'Copy the key and store it at once. **It is shown this one time only**: Finvo keeps a fingerprint of it and could not show it again even if asked.',
          ]}
        />
        <P>
          From then on the list shows both ends of the key, such as `finvo_sk_7Hq2…wX9a`, which is
          enough to tell your keys apart.
        </P>
      </Section>
      <Section id="store" title="Store it safely">
        <P>
          Treat a key like a password. Keep it in the secret store of your hosting or in an
          environment variable, never in source code, in a web page or in a mobile app: whoever can
          read it can issue invoices in your name.
        </P>
        <P>
          The examples here read it from the variable `FINVO_API_KEY`. In a terminal, this asks for
          it without leaving it in the history of your shell:
        </P>
        <Snippet name="setKey" />
      </Section>
      <Section id="send" title="Send it">
        <P>
          A key travels in the `Authorization` header, after the word `Bearer`, and nowhere else. A
          key in the URL, in the body or in a cookie is refused. This request changes nothing and
          shows whether the key works:
        </P>
        <Snippet name="checkKey" />
        <P>The answer is your organization, with the defaults of its invoices.</P>
      </Section>
      <Section id="first-invoice" title="Your first invoice">
        <P>A recipient and one line are enough. The answer is the finished PDF:</P>
        <FirstRequest />
        <P>
          Everything else that you can send is on the page [Invoices](/help/invoices). To try
          something without using up a number, send it to [the preview](/help/invoices#preview).
        </P>
      </Section>
      <Section id="replace" title="Replace a key">
        <P>
          It is good practice to replace a key now and then, and when somebody leaves who could read
          it. **Rotate** makes its successor, with the same name, and lets the old key work on for
          an hour, a day or a week, so that no request needs to fail meanwhile:
        </P>
        <Points
          ordered
          items={[
            'Press **Rotate** beside the key and choose how long the old one works on.',
            'Put the new key where the old one is.',
            'Look at “last used” in the list of keys: when the time of the old one stands still, nothing sends it any more.',
          ]}
        />
        <P>
          If a key has leaked, let it work on “not at all”. A key that you generate may also expire
          by itself, after some days or after a date; you are told 14 and 3 days before, and on the
          day, by mail where this installation sends mail. When something still sends a key that was
          revoked or has expired, the list of keys says from where.
        </P>
      </Section>
      <Section id="revoke" title="Revoke a key">
        <P>
          **Revoke** ends a key for good. From the moment that the dashboard says so, every request
          with it is refused. A program can revoke the key that it uses itself, and that one only:
        </P>
        <Snippet name="revokeOwnKey" />
      </Section>
      <Section id="limits" title="How much a key may send">
        <P>
          An account may have 25 active keys. How many requests it may send in a minute is set by
          whoever runs the server; every answer says so in `RateLimit-Policy`, and what is left of
          it in `RateLimit`. All keys of the account share it, and while several are in use, one of
          them leaves a fifth to the others. Beyond that the answer is 429 with the code
          `rate_limited`: wait the seconds in `Retry-After` and send the request again.
        </P>
        <P>Something does not work as described? Go to [API Keys Help](/help/api-keys-help).</P>
      </Section>
    </>
  );
}
