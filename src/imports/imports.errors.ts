import { AppError } from '../common/errors/app-error.js';

/** What is to be imported came with an earlier import; issuing it twice has to be asked for. */
export class AlreadyImported extends AppError {
  readonly kind = 'conflict';
  readonly code = 'already_imported';
  readonly title = 'The file was imported before';

  /** `meanwhile` means that it happened after the preview that the person has seen. */
  constructor(meanwhile: boolean) {
    super(
      meanwhile
        ? 'Another file, or this one, was imported in the meantime. Nothing was stored; look at the preview again.'
        : 'Every invoice of this file was imported before. Nothing was stored.',
    );
  }
}
