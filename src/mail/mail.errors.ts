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
