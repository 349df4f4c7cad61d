import { AppError } from '../common/errors/app-error.js';

/** The mail address belongs to a user already. */
export class EmailTaken extends AppError {
  readonly kind = 'conflict';
  readonly code = 'email_taken';
  readonly title = 'The e-mail address is taken';

  constructor() {
    super('There is an account with this e-mail address. Log in instead.');
  }
}

/** The operator has closed sign-up. */
export class SignupClosed extends AppError {
  readonly kind = 'forbidden';
  readonly code = 'signup_closed';
  readonly title = 'Sign-up is closed';

  constructor() {
    super('New accounts cannot be made here. Ask the operator of this installation.');
  }
}

/** Mail and password do not belong together; says the same for an unknown mail. */
export class WrongCredentials extends AppError {
  readonly kind = 'unauthenticated';
  readonly code = 'wrong_credentials';
  readonly title = 'Wrong e-mail address or password';

  constructor() {
    super('The e-mail address or the password is wrong.');
  }

  headers(): Record<string, string> {
    return { 'www-authenticate': sessionChallenge };
  }
}

/** The request carries no session, or one that has ended. */
export class NotSignedIn extends AppError {
  readonly kind = 'unauthenticated';
  readonly code = 'not_signed_in';
  readonly title = 'Not signed in';

  constructor() {
    super('Sign in to the dashboard first. API keys do not work on this path.');
  }

  headers(): Record<string, string> {
    return { 'www-authenticate': sessionChallenge };
  }
}

/** The password is right, and the user has a second factor, which is missing. */
export class SecondFactorRequired extends AppError {
  readonly kind = 'unauthenticated';
  readonly code = 'second_factor_required';
  readonly title = 'A code is needed as well';

  constructor() {
    super('Send the code of your authenticator app, or a recovery code, as well.');
  }

  headers(): Record<string, string> {
    return { 'www-authenticate': sessionChallenge };
  }
}

/** The password is right; the second factor is wrong or was used before. */
export class WrongSecondFactor extends AppError {
  readonly kind = 'unauthenticated';
  readonly code = 'wrong_second_factor';
  readonly title = 'Wrong code';

  constructor() {
    super('The code is wrong or was used before. Codes of the app change every 30 seconds.');
  }

  headers(): Record<string, string> {
    return { 'www-authenticate': sessionChallenge };
  }
}

/** What a browser has answered for a passkey is not what was asked, or not signed by the passkey. */
export class PasskeyRefused extends AppError {
  readonly kind = 'unauthenticated';
  readonly code = 'passkey_refused';
  readonly title = 'The passkey was refused';

  constructor() {
    super('This passkey cannot be used here, or it took too long. Try again.');
  }

  headers(): Record<string, string> {
    return { 'www-authenticate': sessionChallenge };
  }
}

/** Never "Basic", which would make a browser ask for a password. */
const sessionChallenge = 'Session realm="finvo"';

/** An unsafe request of the dashboard API that does not come from the dashboard's own pages. */
export class CrossSiteRequest extends AppError {
  readonly kind = 'forbidden';
  readonly code = 'cross_site_request';
  readonly title = 'Request from another site';

  constructor() {
    super(
      'This path only takes requests from the dashboard itself (Sec-Fetch-Site: same-origin, or an Origin equal to BASE_URL).',
    );
  }
}

/** The account has been suspended by the operator. */
export class AccountSuspended extends AppError {
  readonly kind = 'forbidden';
  readonly code = 'account_suspended';
  readonly title = 'The account is suspended';

  constructor() {
    super('This account is suspended. Ask the operator of this installation.');
  }
}

/** No user has this mail address. */
export class UserNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no user with this e-mail address.');
  }
}

/** The account has no logo. */
export class LogoNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('The organization has no logo.');
  }
}

/** The user has no such session; another user's is no different from none. */
export class SessionNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such session.');
  }
}

/** The password that had to be given again is wrong. */
export class WrongPassword extends AppError {
  readonly kind = 'invalid';
  readonly code = 'wrong_password';
  readonly title = 'Wrong password';

  constructor(pointer: string) {
    const message = 'This is not your present password.';
    super(message, [{ pointer, code: 'wrong_password', message }]);
  }
}

/** The name that was typed to confirm a deletion is not the organization's. */
export class NameDoesNotMatch extends AppError {
  readonly kind = 'invalid';
  readonly code = 'name_does_not_match';
  readonly title = 'The name does not match';

  constructor() {
    const message = 'Type the name of the organization exactly as it stands in its profile.';
    super(message, [{ pointer: '/organization_name', code: 'name_does_not_match', message }]);
  }
}

/** The token of a mailed link is unknown, used or too old; says the same for all three. */
abstract class LinkInvalid extends AppError {
  readonly title = 'The link cannot be used';

  constructor(code: string) {
    const message = 'This link was used before or is too old. Ask for a new one.';
    super(message, [{ pointer: '/token', code, message }]);
  }
}

/** The link of a password reset cannot be used. */
export class ResetTokenInvalid extends LinkInvalid {
  readonly kind = 'invalid';
  readonly code = 'reset_token_invalid';

  constructor() {
    super('reset_token_invalid');
  }
}

/** The link that confirms a new mail address cannot be used. */
export class EmailTokenInvalid extends LinkInvalid {
  readonly kind = 'invalid';
  readonly code = 'email_token_invalid';

  constructor() {
    super('email_token_invalid');
  }
}

/** More passwords are being checked than can wait (503). */
export class Busy extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'busy';
  readonly title = 'Too many log-ins at the moment';

  constructor() {
    super('Too many people are logging in at this moment. Try again in a few seconds.');
  }
}

/** The change needs a log-in that is less than ten minutes old. */
export class ReauthenticationRequired extends AppError {
  readonly kind = 'forbidden';
  readonly code = 'reauthentication_required';
  readonly title = 'The password is needed again';

  constructor() {
    super('Give your password again first (POST /dashboard/reauthenticate), then repeat this.');
  }
}
