/** Lengths of time in milliseconds; a day here is 24 hours, whatever clocks do in some time zone. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
