import { Injectable } from '@nestjs/common';
import { Database } from '../common/database/database.js';
import { within } from '../common/database/within.js';
import { AppError } from '../common/errors/app-error.js';
import { PdfRenderer } from '../pdf/pdf-renderer.js';
import { RendererDown } from '../pdf/pdf.errors.js';

/** Longer than a database may leave a ping without an answer, and less than probes wait. */
const patienceMs = 1_800;

/** The process ends (503): the balancer shall send requests elsewhere. */
export class ShuttingDown extends AppError {
  readonly kind = 'unavailable';
  readonly code = 'shutting_down';
  readonly title = 'This process ends';

  constructor() {
    super('This process ends; another one takes the next requests.');
  }
}

/** Knows whether this process should be sent requests. */
@Injectable()
export class Readiness {
  private isStopping = false;
  private ping: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly renderer: PdfRenderer,
  ) {}

  /** No more requests from now on. */
  stop(): void {
    this.isStopping = true;
  }

  /**
   * Resolves where requests can be served; answers within two seconds, whatever the database does.
   * @throws ShuttingDown, RendererDown, DatabaseUnavailable, DatabaseBusy
   */
  async check(): Promise<void> {
    if (this.isStopping) throw new ShuttingDown();
    if (this.renderer.isDown) throw new RendererDown();
    // Probes share a ping, so that they do not pile up before a database that hangs.
    this.ping ??= this.database.ping().finally(() => {
      this.ping = undefined;
    });
    await within(patienceMs, this.ping);
  }
}
