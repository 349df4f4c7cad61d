import { Module } from '@nestjs/common';
import { PdfModule } from '../pdf/pdf.module.js';
import { MetricsServer } from './metrics-server.js';
import { Metrics } from './metrics.js';
import { QueuesRepository } from './queues.repository.js';
import { WorkMetrics } from './work-metrics.js';

/** Figures for Prometheus; nobody imports it. */
@Module({
  imports: [PdfModule],
  providers: [Metrics, MetricsServer, QueuesRepository, WorkMetrics],
  exports: [Metrics],
})
export class MetricsModule {}
