import { Module } from '@nestjs/common';
import { PdfModule } from '../pdf/pdf.module.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

/** Liveness, readiness and the end. */
@Module({ imports: [PdfModule], controllers: [HealthController], providers: [Readiness] })
export class HealthModule {}
