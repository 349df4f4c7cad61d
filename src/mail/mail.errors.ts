import { AppError } from '../common/errors/app-error.js';

/** The operator has set no mail server. */
export class MailOff extends AppError {
  readonly kind = 'conflict';
  readonly code = 'mail_off';
  readonly title = 'This installation sends no mail';

  constructor() {
    super('No mail server is set here. Ask the operator of this installation (SMTP_URL).');
  }
}

/** A mail that is on its way cannot be sent again. */
export class MailQueued extends AppError {
  readonly kind = 'conflict';
  readonly code = 'email_queued';
  readonly title = 'The e-mail is still on its way';

  constructor() {
    super(
      'This e-mail has not been sent yet. It is tried again by itself until it is sent or has failed.',
    );
  }
}
