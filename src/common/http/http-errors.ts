import { AppError } from '../errors/app-error.js';

/** The body or the frame of the request cannot be read (400). */
export class MalformedRequest extends AppError {
  readonly kind = 'malformed';
  readonly title = 'The request cannot be read';

  constructor(
    readonly code: 'malformed_json' | 'malformed_request',
    message: string,
  ) {
    super(message);
  }
}

/** The body is in a form that this route does not take (415). */
export class UnsupportedMediaType extends AppError {
  readonly kind = 'unsupported_media_type';
  readonly code = 'unsupported_media_type';
  readonly title = 'Unsupported media type';
}

/** The path exists, but not with this method (405); `allow` names those that it has. */
export class MethodNotAllowed extends AppError {
  readonly kind = 'method_not_allowed';
  readonly code = 'method_not_allowed';
  readonly title = 'Method not allowed';

  constructor(
    method: string,
    readonly allow: readonly string[],
  ) {
    super(`${method} is not possible here. Allowed: ${allow.join(', ')}.`);
  }
}

/** There is nothing at this address (404). */
export class RouteNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is nothing at this address.');
  }
}

/** The body or a file in it is larger than the route takes (413). */
export class BodyTooLarge extends AppError {
  readonly kind = 'too_large';
  readonly code = 'body_too_large';
  readonly title = 'The body is too large';

  constructor(bytesMax: number) {
    super(`A file may have at most ${bytesMax / 1_048_576} MiB.`);
  }
}
