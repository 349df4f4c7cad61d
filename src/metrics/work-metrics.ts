import { Injectable } from '@nestjs/common';
import { Gauge, Histogram, type Registry } from 'prom-client';
import { Database, type DatabaseLoad } from '../common/database/database.js';
import { PdfRenderer } from '../pdf/pdf-renderer.js';

/** From a short invoice, some milliseconds, to one that waited as long as any may. */
const renderBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const waitBuckets = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10];

/** What this process's threads and connections do, and what waits for them. */
@Injectable()
export class WorkMetrics {
  constructor(
    private readonly renderer: PdfRenderer,
    private readonly database: Database,
  ) {}

  /** Measures from now on, for whoever reads `registry`. */
  register(registry: Registry): void {
    this.addRenderer(registry);
    this.addDatabase(registry);
  }

  private addRenderer(registry: Registry): void {
    const { renderer } = this;
    const registers = [registry];
    const durations = new Histogram({
      name: 'finvo_render_duration_seconds',
      help: 'Time to make PDFs, waiting included, by what came of them: drawn, busy (refused), timeout or failed.',
      labelNames: ['outcome'],
      buckets: renderBuckets,
      registers,
    });
    renderer.onRendered = (outcome, seconds) => {
      durations.observe({ outcome }, seconds);
    };
    addGauge(
      registers,
      'finvo_documents_waiting',
      'Documents that wait for a rendering thread.',
      () => renderer.waiting,
    );
    addGauge(
      registers,
      'finvo_documents_active',
      'Documents that rendering threads work on.',
      () => renderer.active,
    );
    addGauge(
      registers,
      'finvo_render_threads',
      'Rendering threads that are alive.',
      () => renderer.threads,
    );
  }

  private addDatabase(registry: Registry): void {
    const { database } = this;
    const registers = [registry];
    const waits = new Histogram({
      name: 'finvo_database_wait_seconds',
      help: 'How long transactions waited for a connection; on SQLite, for their turn to write.',
      buckets: waitBuckets,
      registers,
    });
    database.onWait = (seconds) => {
      waits.observe(seconds);
    };
    const help = 'of the database (SQLite: the one that writes).';
    const load = (name: string, about: string, of: keyof DatabaseLoad) => {
      addGauge(registers, `finvo_database_${name}`, `${about} ${help}`, () => database.load[of]);
    };
    load('connections_used', 'Connections in use', 'used');
    load('connections_idle', 'Idle connections', 'idle');
    load('waiting', 'What waits for a connection', 'waiting');
  }
}

function addGauge(registers: Registry[], name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
