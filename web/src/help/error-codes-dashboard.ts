import { type ErrorGroup } from './error-group.js';

/** Problems of the dashboard. */
export const dashboardGroups: readonly ErrorGroup[] = [
  {
    id: 'dashboard',
    title: 'Dashboard',
    about: 'For `/dashboard`, which the pages of the dashboard use themselves.',
    entries: [
      {
        code: 'not_signed_in',
        status: '401',
        meaning:
          'There is no session, or it has ended: after a log-out, 12 hours without a request, or 14 days. API keys do not count here.',
        action: 'Log in.',
      },
      {
        code: 'wrong_credentials',
        status: '401',
        meaning:
          'Mail address and password do not belong together; the answer is the same for an unknown address.',
        action: 'Check both.',
      },
      {
        code: 'second_factor_required',
        status: '401',
        meaning: 'The password is right, and two-factor log-in is on, but `code` is missing.',
        action:
          'Send the same again with `code`: six digits of the authenticator app, or a recovery code.',
      },
      {
        code: 'wrong_second_factor',
        status: '401',
        meaning: 'The password is right; the code is wrong or was used before.',
        action:
          'Wait for the next code of the app; check the clock of its device, or use a recovery code.',
      },
      {
        code: 'two_factor_on',
        status: '409',
        meaning: 'Two-factor log-in is on already.',
        action: 'Turn it off first to set up another app.',
      },
      {
        code: 'two_factor_off',
        status: '409',
        meaning:
          'Two-factor log-in is off: there is nothing to confirm, and there are no recovery codes.',
        action: 'Begin with `POST /dashboard/two-factor`.',
      },
      {
        code: 'two_factor_unreadable',
        status: '409',
        meaning:
          'The server has another secret than the one that the app was set up with, so no code of an app can be checked.',
        action:
          'Use a recovery code. Whoever runs the server: bring back `FINVO_SECRET` or the file `finvo.secret`, or use `npm run finvo -- user:disable-two-factor`.',
      },
      {
        code: 'wrong_code',
        status: '422',
        meaning:
          'The code that turns two-factor log-in on is not the present one of the app. Also the code of the fault at `/code`.',
        action: 'Type the present code; check the clock of the device.',
      },
      {
        code: 'two_factor_unavailable',
        status: '503',
        meaning: 'The file with the secret of the server can be neither read nor made.',
        action:
          'Whoever runs the server: the log says why; set `FINVO_SECRET`, or let the process write beside its database.',
      },
      {
        code: 'passkey_refused',
        status: '401',
        meaning:
          'What the browser has answered was not signed by a passkey that is known here, for this site, within five minutes, or was used before.',
        action: 'Try again; if it stays so, log in with the password and add the passkey anew.',
      },
      {
        code: 'passkey_known',
        status: '409',
        meaning: 'The passkey has been added before.',
        action: 'Use it, or another device.',
      },
      {
        code: 'too_many_passkeys',
        status: '409',
        meaning: 'The user has 20 passkeys.',
        action: 'Remove one that is not used any more.',
      },
      {
        code: 'passkey_invalid',
        status: '422',
        meaning:
          'What the browser has answered is no passkey for this site, or took more than five minutes. Also the code of the fault at `/response`.',
        action:
          'Try again. Whoever runs the server: set `BASE_URL` to the address that people use.',
      },
      {
        code: 'cross_site_request',
        status: '403',
        meaning: "A changing request did not come from the dashboard's own pages.",
        action: 'Whoever runs the server: set `BASE_URL` to the address that people use.',
      },
      {
        code: 'reauthentication_required',
        status: '403',
        meaning:
          'The change needs a log-in that is less than ten minutes old: making, rotating and revoking all keys, turning two-factor log-in on and off, new recovery codes, adding and removing passkeys, another mail address, adding and changing webhooks and rotating their secrets.',
        action:
          'Give the password to `POST /dashboard/reauthenticate`, then repeat the request; the dashboard asks by itself.',
      },
      {
        code: 'too_many_attempts',
        status: '429',
        meaning:
          'Too many wrong passwords, wrong codes, sign-ups, new mail addresses, log-ins with a passkey or requests for a password reset came from this browser, from this network or for this mail address. The answer is the same whether or not the address is known.',
        action: 'Wait the seconds in `Retry-After`.',
      },
      {
        code: 'busy',
        status: '503',
        meaning: 'More passwords are being checked than can wait.',
        action: 'Try again in a few seconds.',
      },
      {
        code: 'signup_closed',
        status: '403',
        meaning: 'The operator has closed sign-up (`SIGNUP=closed`).',
        action: 'Ask whoever runs the server.',
      },
      {
        code: 'email_taken',
        status: '409',
        meaning: 'There is an account with this mail address.',
        action: 'Log in instead, or take another address.',
      },
      {
        code: 'mail_off',
        status: '409',
        meaning:
          'The operator has set no mail server, so neither invoices nor links can be mailed; also on `/v1`.',
        action:
          'Whoever runs the server: set `SMTP_URL`, or use `npm run finvo -- user:reset-password`.',
      },
      {
        code: 'email_queued',
        status: '409',
        meaning: 'An e-mail that is on its way was to be sent again; also on `/v1`.',
        action:
          'Wait: it is tried again by itself. When it has been sent or has failed, it can be sent again.',
      },
      {
        code: 'too_many_api_keys',
        status: '409',
        meaning: 'The account has 25 active keys.',
        action: 'Revoke one that is not used any more.',
      },
      {
        code: 'api_key_not_active',
        status: '409',
        meaning: 'Only an active key without a successor can be rotated.',
        action: 'Rotate its successor, or generate a new key.',
      },
      {
        code: 'too_many_webhooks',
        status: '409',
        meaning: 'The account has ten webhooks.',
        action: 'Delete one that is not used any more.',
      },
      {
        code: 'webhook_disabled',
        status: '409',
        meaning: 'The webhook is off, so nothing is sent to it.',
        action: 'Turn it on again first.',
      },
      {
        code: 'url_not_allowed',
        status: '422',
        meaning:
          'Webhooks are not sent to this address: it is not https, not on the public internet, or has a password or a port of another service in it. Also the code of the fault at `/url`.',
        action:
          'Follow the `hint`. Whoever runs the server: `WEBHOOKS_ALLOW_PRIVATE=on` allows private networks.',
      },
      {
        code: 'webhooks_unavailable',
        status: '503',
        meaning: 'The file with the secret of the server can be neither read nor made.',
        action:
          'Whoever runs the server: the log says why; set `FINVO_SECRET`, or let the process write beside its database.',
      },
      {
        code: 'logo_type_unsupported',
        status: '415',
        meaning: 'The file is no PNG, JPEG or plain SVG; its content decides, not its name.',
        action: 'Convert it.',
      },
      {
        code: 'wrong_password',
        status: '422',
        meaning:
          'The password that has to be given again, for a change of it or the deletion of the account, is wrong. Also the code of the fault.',
        action: 'Type it again, or log out and have a link mailed.',
      },
      {
        code: 'name_does_not_match',
        status: '422',
        meaning:
          "The name that confirms the deletion of the account is not the organization's. Also the code of the fault at `/organization_name`.",
        action: 'Type it exactly as it stands in Settings.',
      },
      {
        code: 'reset_token_invalid',
        status: '422',
        meaning:
          'The link of a password reset was used before, is older than 30 minutes, or was never mailed. Also the code of the fault at `/token`.',
        action: 'Ask for a new one.',
      },
      {
        code: 'email_token_invalid',
        status: '422',
        meaning:
          'The link that confirms a new mail address was used before, is older than 30 minutes, was replaced by a later one, or was never mailed. Also the code of the fault at `/token`.',
        action: 'Ask for the change again.',
      },
      {
        code: 'logo_invalid',
        status: '422',
        meaning:
          'The picture is damaged, too large, shows nothing, or has parts that a logo must not have. `detail` says which.',
        action: 'Export it anew.',
      },
      {
        code: 'logo_busy',
        status: '503',
        meaning: 'Too many logos are being drawn at the moment.',
        action: 'Upload it again in a few seconds.',
      },
    ],
  },
];
