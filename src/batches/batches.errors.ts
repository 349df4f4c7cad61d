import { AppError } from '../common/errors/app-error.js';

/** There is no such batch in this account; another account's is no different from none. */
export class BatchNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such batch.');
  }
}

/** So many batches of the account wait already that another one would only fill the database. */
export class TooManyBatches extends AppError {
  readonly kind = 'conflict';
  readonly code = 'too_many_batches';
  readonly title = 'Too many batches are waiting';

  constructor(max: number) {
    super(
      `${max} batches of this account are not done yet. Nothing was stored; wait for one of them.`,
    );
  }
}

/** Another process has taken the batch, or its account has ended: whoever worked on it stops. */
export class BatchLost extends Error {}
