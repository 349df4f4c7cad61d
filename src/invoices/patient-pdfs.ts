import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { RendererBusy } from '../pdf/pdf.errors.js';
import { type Invoice, type IssuedInvoice } from './invoice.js';
import { InvoicePdfsService, type PreparedPdf } from './invoice-pdfs.service.js';

const busyRetries = 20;
const busyPauseMs = 500;

/** PDFs for work that is in no hurry: it waits where a person who wants one PDF would be sent away. */
@Injectable()
export class PatientPdfs {
  constructor(private readonly pdfs: InvoicePdfsService) {}

  /** The PDF, made now if it was never read. @throws RendererBusy when the threads stay busy for ten seconds */
  bytes(accountId: string, invoice: Invoice): Promise<Buffer> {
    return patiently(() => this.pdfs.bytes(accountId, invoice));
  }

  /** The PDF of an invoice that has none, to be stored. @throws RendererBusy as above */
  prepare(accountId: string, invoice: IssuedInvoice): Promise<PreparedPdf> {
    return patiently(() => this.pdfs.prepare(accountId, invoice));
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RendererBusy) || attempt >= busyRetries) throw error;
      await pause(busyPauseMs);
    }
  }
}
