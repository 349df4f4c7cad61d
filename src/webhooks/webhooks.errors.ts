import { AppError } from '../common/errors/app-error.js';

/** The account has no such webhook; another account's is no different from none. */
export class WebhookNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such webhook.');
  }
}

/** The webhook has no such delivery, or not any more. */
export class DeliveryNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such delivery. Deliveries are kept for 30 days.');
  }
}

/** The account has as many webhooks as it may have. */
export class TooManyWebhooks extends AppError {
  readonly kind = 'conflict';
  readonly code = 'too_many_webhooks';
  readonly title = 'Too many webhooks';

  constructor(max: number) {
    super(`An account may have ${max} webhooks. Delete one that is not used any more.`);
  }
}

/** Nothing is sent to a webhook that is off. */
export class WebhookIsDisabled extends AppError {
  readonly kind = 'conflict';
  readonly code = 'webhook_disabled';
  readonly title = 'The webhook is off';

  constructor() {
    super('This webhook is off. Turn it on again first.');
  }
}

/** The address cannot be told of events; `message` says why, `hint` what helps. */
export class UrlNotAllowed extends AppError {
  readonly kind = 'invalid';
  readonly code = 'url_not_allowed';
  readonly title = 'The address is not allowed';

  constructor({ message, hint }: { message: string; hint: string }) {
    super(message, [{ pointer: '/url', code: 'url_not_allowed', message, hint }]);
  }
}

/** The secret of this installation cannot be read or made (503); the log says why. */
export class WebhooksUnavailable extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'webhooks_unavailable';
  readonly title = 'Webhooks cannot be set up';

  constructor() {
    super(
      'This server has no secret to protect those of webhooks with. Its operator finds the reason in the log.',
    );
  }
}
