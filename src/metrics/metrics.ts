import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { within } from '../common/database/within.js';
import { Clock } from '../common/time/clock.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type AppConfig } from '../config/config.js';
import { type Due, QueuesRepository } from './queues.repository.js';
import { productVersion } from './version.js';
import { WorkMetrics } from './work-metrics.js';

/** From a keyed read, a millisecond, to a document that waited for a thread. */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];

/** Prometheus waits ten seconds for all figures. */
const queuesMsMax = 2_000;

/** What happened to one request. */
export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, never the address, which would make a series of every id. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  /** The code of the problem that was answered, if one was. */
  readonly problem: string | undefined;
}

/** The figures of this process in the text format of Prometheus; says nothing of any account. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'finvo_request_duration_seconds',
    help: 'Time to answer requests.',
    labelNames: ['method', 'route', 'status'],
    buckets: secondsBuckets,
    registers: [this.registry],
  });
  private readonly problems = new Counter({
    name: 'finvo_problems_total',
    help: 'Answers that were problems, by their code; those of keys begin with "api_key_".',
    labelNames: ['code'],
    registers: [this.registry],
  });

  private readonly queueDue = new Gauge({
    name: 'finvo_queue_due',
    help: 'Mails, webhook deliveries, batches and schedules that are due, of all processes.',
    labelNames: ['queue'],
    registers: [this.registry],
  });
  private readonly queueLag = new Gauge({
    name: 'finvo_queue_lag_seconds',
    help: 'How long the oldest due one has waited; a batch, since it was worked on last.',
    labelNames: ['queue'],
    registers: [this.registry],
  });

  private reading: Promise<Due[]> | undefined;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly work: WorkMetrics,
    private readonly queues: QueuesRepository,
    private readonly clock: Clock,
  ) {}

  /** Whether anybody asks for the figures. */
  get isWanted(): boolean {
    return this.config.metrics.port !== undefined;
  }

  /** Starts to measure the process itself. */
  start(): void {
    collectDefaultMetrics({ register: this.registry });
    this.addBuildInfo();
    this.work.register(this.registry);
  }

  count({ method, route, status, seconds, problem }: AnsweredRequest): void {
    this.requests.observe({ method, route, status }, seconds);
    if (problem !== undefined) this.problems.inc({ code: problem });
  }

  /** All figures as they are now.  */
  async text(): Promise<string> {
    await this.readQueues();
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  private addBuildInfo(): void {
    new Gauge({
      name: 'finvo_build_info',
      help: 'Always 1; its labels say which version of Finvo runs on which version of Node.js.',
      labelNames: ['version', 'node'],
      registers: [this.registry],
    }).set({ version: productVersion(), node: process.versions.node }, 1);
  }

  /** What cannot be read now, or not soon, keeps the value that it had: the other figures are still told. */
  private async readQueues(): Promise<void> {
    const now = this.clock.now();
    this.reading ??= this.queues.due(now.toISOString()).finally(() => {
      this.reading = undefined;
    });
    for (const { queue, count, oldest } of await within(queuesMsMax, this.reading).catch(
      () => [],
    )) {
      this.queueDue.set({ queue }, count);
      const since = oldest === null ? now : new Date(oldest);
      this.queueLag.set({ queue }, (now.getTime() - since.getTime()) / 1000);
    }
  }
}
