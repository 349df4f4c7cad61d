import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api, fetchFile } from '../api/client';
import { type components } from '../api/schema';

export type SeriesReport = components['schemas']['SeriesReportDto'];
export type PeriodReport = SeriesReport['periods'][number];

/** The names of the account's number series that have numbers. */
export function useSeries(): UseQueryResult<string[]> {
  return useQuery({
    queryKey: ['series'],
    queryFn: async () => {
      const { data } = await answered(api.GET('/dashboard/series'));
      return [...new Set(data.map(({ series }) => series))];
    },
    staleTime: 0,
  });
}

/** What is found in a series now. */
export async function fetchReport(series: string): Promise<SeriesReport> {
  const json = await fetchFile(reportPath(series), { headers: { accept: 'application/json' } });
  return JSON.parse(await json.text()) as SeriesReport;
}

/** The same as a PDF. */
export function fetchReportPdf(series: string): Promise<Blob> {
  return fetchFile(reportPath(series), { headers: { accept: 'application/pdf' } });
}

function reportPath(series: string): string {
  return `/dashboard/series/${encodeURIComponent(series)}/report`;
}
