import { AppError } from '../common/errors/app-error.js';

/** There is no such customer in this account; another account's is no different from none. */
export class CustomerNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such customer.');
  }
}

/** There is no such item in this account; another account's is no different from none. */
export class ItemNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such item.');
  }
}

/** Another customer or item of the account has this external id. */
export class ExternalIdTaken extends AppError {
  readonly kind = 'conflict';
  readonly code = 'external_id_taken';
  readonly title = 'The external id is taken';

  constructor() {
    super('There is one with this external_id already. Nothing was stored.', [
      {
        pointer: '/external_id',
        code: 'external_id_taken',
        message: 'Another one in this account has this external_id.',
        hint: 'PUT …/by-external-id/{external_id} stores it whether it is there or not.',
      },
    ]);
  }
}
