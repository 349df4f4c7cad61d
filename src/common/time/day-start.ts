import { hourMs } from './durations.js';
import { dayIn } from './today.js';

/**
 * The first instant of a calendar day (`YYYY-MM-DD`) in a time zone: midnight, or the end of the gap where
 * clocks are set forward over it. Where clocks are set back over midnight, which comes twice then, one of both.
 */
export function dayStart(timeZone: string, day: string): Date {
  const middle = Date.parse(`${day}T00:00:00Z`);
  // No zone has ever been further from UTC than fifteen and a half hours.
  let before = middle - 16 * hourMs;
  let within = middle + 16 * hourMs;
  while (within - before > 1) {
    const instant = Math.floor((before + within) / 2);
    if (dayIn(timeZone, new Date(instant)) < day) before = instant;
    else within = instant;
  }
  return new Date(within);
}
