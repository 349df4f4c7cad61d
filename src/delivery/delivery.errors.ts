import { AppError } from '../common/errors/app-error.js';

/** There is no such mail of this invoice. */
export class EmailNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such e-mail.');
  }
}
