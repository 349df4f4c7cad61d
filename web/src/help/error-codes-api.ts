import { type ErrorGroup } from './error-group.js';

/** Problems of any request, of keys and of invoices. */
export const apiGroups: readonly ErrorGroup[] = [
  {
    id: 'requests',
    title: 'Any request',
    about: 'Any request, on every path.',
    entries: [
      {
        code: 'malformed_request',
        status: '400 (also 408, 431)',
        meaning:
          'The request cannot be read as HTTP: a broken address, two `Host` fields, a form without an end; 408 when it did not come to an end in time, 431 when its headers are larger than 16 KiB.',
        action: 'Send it with an ordinary HTTP client.',
      },
      {
        code: 'malformed_json',
        status: '400',
        meaning:
          'The body is no JSON, is not in UTF-8, is nested deeper than 64 levels, or has a member named `__proto__` or `constructor`. `detail` says where.',
        action: 'Let a JSON library write the body.',
      },
      {
        code: 'validation_failed',
        status: '422',
        meaning: 'The body is JSON, but its content is wrong.',
        action: 'Mend every fault in `errors`: the tables of faults below.',
      },
      {
        code: 'unsupported_media_type',
        status: '415',
        meaning:
          'The body is not `application/json` in UTF-8, or is compressed; for the upload of a logo: not `multipart/form-data`.',
        action: 'Set `Content-Type`, and no `Content-Encoding`.',
      },
      {
        code: 'body_too_large',
        status: '413',
        meaning:
          'The body has more than 1 MiB (that of a batch: 10 MiB), or an uploaded file more than 2 MiB (an attachment and an e-invoice that is read: 10 MiB, its XML 5 MiB).',
        action: 'Send less.',
      },
      {
        code: 'not_found',
        status: '404',
        meaning:
          'There is nothing at this address, or no such object in your account. An object of another account is answered in exactly the same way.',
        action: 'Check the address and the id, and which account the key belongs to.',
      },
      {
        code: 'method_not_allowed',
        status: '405',
        meaning: 'The address exists, but not with this method. `Allow` lists those it has.',
        action: 'Use one of them.',
      },
      {
        code: 'deleted_meanwhile',
        status: '409',
        meaning:
          'What the request builds on, such as its account, was deleted while it ran. Nothing was stored.',
        action: 'Nothing: it is gone.',
      },
      {
        code: 'internal_error',
        status: '500',
        meaning: 'An error in Finvo. The log has the details under the `request_id`.',
        action: 'Tell whoever runs the server the `request_id`.',
      },
      {
        code: 'database_unavailable',
        status: '503',
        meaning: 'The database does not answer.',
        action: 'Try again; whoever runs the server: look at `/health/ready`.',
      },
      {
        code: 'outcome_unknown',
        status: '503',
        meaning:
          'The database went away while it was storing; either all of the request is stored or nothing.',
        action: 'Send it again with the same `Idempotency-Key`, or look first.',
      },
      {
        code: 'database_full',
        status: '503',
        meaning: 'The disk of the database has no room left. Nothing was stored.',
        action: 'Try again; whoever runs the server: make room, nothing else is needed.',
      },
      {
        code: 'database_busy',
        status: '503',
        meaning: 'More waits for the database than could be served soon. Nothing was stored.',
        action: 'Repeat the request in a few seconds.',
      },
      {
        code: 'shutting_down',
        status: '503',
        meaning: 'Only at `/health/ready`: the process ends.',
        action: 'Send requests to another one.',
      },
    ],
  },
  {
    id: 'keys',
    title: 'API keys',
    about: 'For `/generate` and `/v1`. More about them in [API Keys Help](/help/api-keys-help).',
    entries: [
      {
        code: 'credentials_missing',
        status: '401',
        meaning:
          'There is no `Authorization` header, or one with another scheme than `Bearer`. A dashboard session does not count here.',
        action: 'Send `Authorization: Bearer finvo_sk_…`.',
      },
      {
        code: 'credentials_ambiguous',
        status: '400',
        meaning: 'There are two `Authorization` headers.',
        action: 'Send one; look for a proxy that adds its own.',
      },
      {
        code: 'credentials_in_url',
        status: '400',
        meaning:
          'A key stands in the URL. It was not used, but it may be in logs and histories now.',
        action: 'Revoke that key, and send keys in the header only.',
      },
      {
        code: 'api_key_malformed',
        status: '401',
        meaning:
          'What follows `Bearer` is no Finvo key: 47 characters, of which the last six are a checksum.',
        action: 'Copy the key again, as a whole.',
      },
      {
        code: 'api_key_unknown',
        status: '401',
        meaning: 'The form is right, but no account of this installation has this key.',
        action: 'Check which installation it was made on.',
      },
      {
        code: 'api_key_revoked',
        status: '401',
        meaning: 'The key was revoked, at `revoked_at`.',
        action: 'Generate a new one in Settings → API Keys.',
      },
      {
        code: 'api_key_expired',
        status: '401',
        meaning:
          'The key has expired, at `expired_at`. `"replaced": true` means that it was rotated and the overlap is over.',
        action: 'Use its successor, or generate a new one.',
      },
      {
        code: 'rate_limited',
        status: '429',
        meaning:
          'The account has sent more requests than it may send in a minute, this key more than its share of them, or this address too many wrong keys. `detail` says which; `RateLimit-Policy` and `RateLimit` say how much is allowed and left.',
        action: 'Wait the seconds in `Retry-After`; spread requests out by `RateLimit`.',
      },
      {
        code: 'account_suspended',
        status: '403',
        meaning: 'The operator has suspended the account; also in the dashboard.',
        action: 'Ask whoever runs the server.',
      },
    ],
  },
];
