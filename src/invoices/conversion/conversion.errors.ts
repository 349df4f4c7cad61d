import { AppError } from '../../common/errors/app-error.js';

/** No invoice can be made of the document: it is one, or it does not stand any more. */
export class NotConvertible extends AppError {
  readonly kind = 'conflict';
  readonly code = 'not_convertible';
  readonly title = 'No invoice can be made of it';

  constructor(reason: string) {
    super(`${reason} Nothing was stored.`);
  }
}
