import {
  type SeriesDto,
  type SeriesNumberDto,
  type SeriesPeriodReportDto,
  type SeriesReportDto,
} from './dto/series.dto.js';
import { type PeriodReport, type SeriesReport } from './series-reports.service.js';
import { type SeriesCounter, type SeriesEntry } from './series.repository.js';

export function seriesAnswer({ series, period, next }: SeriesCounter): SeriesDto {
  return { series, period, next_sequence: next };
}

export function numberAnswer(entry: SeriesEntry): SeriesNumberDto {
  return {
    sequence: entry.sequence,
    number: entry.number,
    status: entry.status,
    invoice_id: entry.invoiceId,
    date: entry.date,
    pdf_sha256: entry.pdfSha256,
  };
}

export function reportAnswer(report: SeriesReport): SeriesReportDto {
  return {
    object: 'series_report',
    series: report.series,
    generated_at: report.generatedAt,
    complete: report.complete,
    periods: report.periods.map(periodAnswer),
  };
}

function periodAnswer(report: PeriodReport): SeriesPeriodReportDto {
  const place = ({ sequence, number }: { sequence: number; number: string }) => ({
    sequence,
    number,
  });
  return {
    period: report.period,
    first_number: report.firstNumber,
    last_number: report.lastNumber,
    issued: report.issued,
    void: report.void,
    next_sequence: report.next,
    gaps: report.gaps.map(({ from, to }) => ({ from_sequence: from, to_sequence: to })),
    duplicates: report.duplicates.map(place),
    stepped_over: report.steppedOver.map(place),
    pdfs_pending: report.pdfsPending,
    chain_head: report.chainHead,
  };
}
