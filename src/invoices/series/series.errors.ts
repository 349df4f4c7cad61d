import { AppError } from '../../common/errors/app-error.js';

/** The account has no such series. */
export class SeriesNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('The account has no numbers in such a series and period.');
  }
}
