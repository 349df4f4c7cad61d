import { AppError } from '../common/errors/app-error.js';

/** More PDFs are asked for than can wait (503): the request may be sent again. */
export class RendererBusy extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'renderer_busy';
  readonly title = 'Too many PDFs are being made';

  constructor() {
    super('Too many PDFs are being made at the moment; try again in a few seconds.');
  }
}

/** No thread that makes PDFs can be started (503): somebody has to look at this process. */
export class RendererDown extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'renderer_down';
  readonly title = 'No PDF can be made';

  constructor() {
    super('No PDF can be made at the moment. Nothing was stored; try again shortly.');
  }
}

/** One PDF took longer than the limit (503), waiting for a free thread included. */
export class RenderTimeout extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'render_timeout';
  readonly title = 'The PDF took too long';

  constructor() {
    super('The PDF could not be made in time; try again in a few seconds.');
  }
}
