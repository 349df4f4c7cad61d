import { AppError } from '../common/errors/app-error.js';

/** Two-factor log-in is on already (409). */
export class TwoFactorAlreadyOn extends AppError {
  readonly kind = 'conflict';
  readonly code = 'two_factor_on';
  readonly title = 'Two-factor log-in is on';

  constructor() {
    super('Two-factor log-in is on already. Turn it off first to set up another app.');
  }
}

/** There is nothing to confirm, and there are no recovery codes to renew (409). */
export class TwoFactorOff extends AppError {
  readonly kind = 'conflict';
  readonly code = 'two_factor_off';
  readonly title = 'Two-factor log-in is off';

  constructor() {
    super('Two-factor log-in is off. Begin to turn it on first (POST /dashboard/two-factor).');
  }
}

/** The code that is to show that the app has been set up is wrong. */
export class WrongCode extends AppError {
  readonly kind = 'invalid';
  readonly code = 'wrong_code';
  readonly title = 'Wrong code';

  constructor() {
    const message =
      'This is not the present code of the app. Codes change every 30 seconds; check the clock of the device.';
    super(message, [{ pointer: '/code', code: 'wrong_code', message }]);
  }
}

/** The secret that seeds are sealed with cannot be read or made (503); the log says why. */
export class TwoFactorUnavailable extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'two_factor_unavailable';
  readonly title = 'Two-factor log-in cannot be turned on';

  constructor() {
    super(
      'This server has no secret to protect two-factor log-in with. Its operator finds the reason in the log.',
    );
  }
}

/** The seed of a user was sealed with another secret than this installation has now (409). */
export class TwoFactorUnreadable extends AppError {
  readonly kind = 'conflict';
  readonly code = 'two_factor_unreadable';
  readonly title = 'The code cannot be checked';

  constructor() {
    super(
      'This server has lost the secret that codes are checked with. Use a recovery code, or ask its operator to turn two-factor log-in off for you.',
    );
  }
}

/** The device has answered with something that cannot be added as a passkey. */
export class PasskeyInvalid extends AppError {
  readonly kind = 'invalid';
  readonly code = 'passkey_invalid';
  readonly title = 'The passkey cannot be added';

  constructor() {
    const message = 'This passkey cannot be added here, or it took too long. Try again.';
    super(message, [{ pointer: '/response', code: 'passkey_invalid', message }]);
  }
}

/** The passkey has been added before, to this user or another one. */
export class PasskeyKnown extends AppError {
  readonly kind = 'conflict';
  readonly code = 'passkey_known';
  readonly title = 'The passkey is known';

  constructor() {
    super('This passkey has been added before.');
  }
}

/** The user has as many passkeys as are allowed. */
export class TooManyPasskeys extends AppError {
  readonly kind = 'conflict';
  readonly code = 'too_many_passkeys';
  readonly title = 'Too many passkeys';

  constructor(max: number) {
    super(`You have ${max} passkeys already. Remove one that you do not use any more.`);
  }
}

/** The user has no such passkey; another user's is no different from none. */
export class PasskeyNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such passkey.');
  }
}
