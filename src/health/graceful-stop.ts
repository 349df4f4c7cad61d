import { type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { loggable } from '../common/errors/loggable.js';
import { Readiness } from './readiness.js';

/** Below the thirty seconds after which most orchestrators kill a process. */
const stopMsMax = 25_000;
/** What has arrived when the signal comes is read before the door shuts. */
const settleMs = 200;
/** npm and a terminal both pass on one Ctrl+C; what comes later is a person who insists. */
const repeatMs = 500;
const closeIdleEveryMs = 100;

/**
 * Ends the process on SIGTERM and SIGINT: what was asked for is answered, jobs come to their end or are left
 * to the next process, and the database is closed last. Exit code 0; 1 where that took too long, or where a
 * second signal came.
 */
export class GracefulStop {
  private readonly logger = new Logger('Stop');
  private app: NestFastifyApplication | undefined;
  private delayMs = 0;
  private signalledAtMs: number | undefined;

  constructor() {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        this.onSignal(signal);
      });
    }
  }

  /**
   * Until this is called nothing is under way, and a signal ends the process at once. `delayMs` is how long
   * requests are still taken, so that a balancer that has seen `/health/ready` sends no more.
   */
  guard(app: NestFastifyApplication, delayMs: number): void {
    this.app = app;
    this.delayMs = delayMs;
  }

  private onSignal(signal: string): void {
    const nowMs = performance.now();
    if (this.app === undefined) process.exit(0);
    if (this.signalledAtMs === undefined) {
      this.signalledAtMs = nowMs;
      void this.end(this.app, signal);
    } else if (nowMs - this.signalledAtMs > repeatMs) {
      this.logger.warn(`${signal} again: stopped at once.`);
      process.exit(1);
    }
  }

  private async end(app: NestFastifyApplication, signal: string): Promise<void> {
    setTimeout(() => {
      this.logger.error(`Not everything came to its end within ${stopMsMax / 1000} seconds.`);
      process.exit(1);
    }, stopMsMax);
    this.logger.log(`${signal}: what is under way comes to its end.`);
    app.get(Readiness).stop();
    try {
      await finishConnections(app, Math.max(this.delayMs, settleMs));
      // The door and the workers end side by side; the database waits for both.
      await Promise.all([app.getHttpAdapter().close(), app.close()]);
      this.logger.log('Stopped.');
      process.exit(0);
    } catch (error) {
      this.logger.error(loggable(error));
      process.exit(1);
    }
  }
}

/** Lets every connection end with its next answer, and resolves after `delayMs`. */
async function finishConnections(app: NestFastifyApplication, delayMs: number): Promise<void> {
  const server: Server = app.getHttpServer();
  server.prependListener('request', (_request, response) => {
    response.setHeader('connection', 'close');
  });
  await sleep(delayMs);
  // An answer that had begun before keeps its connection open; nothing more is awaited on it.
  setInterval(() => {
    server.closeIdleConnections();
  }, closeIdleEveryMs).unref();
}
