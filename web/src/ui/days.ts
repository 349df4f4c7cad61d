/** Today ("2026-01-19") in a time zone, as the server counts days; in that of the browser without one. */
export function todayIn(timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
}
