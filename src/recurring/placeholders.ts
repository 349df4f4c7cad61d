import { type Fault } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';
import { isPart } from '../common/parts.js';
import { TextFormats } from '../invoices/text-formats.js';
import { dayBefore, type Period } from './domain/recurrence.js';
import { type ScheduledRequest } from './schedule.js';

/** Bounded, so that a long text without an end costs no time. */
const placeholder = /\{\{([^{}]{0,60})\}\}/g;

type Path = readonly (string | number)[];
type Change = (text: string, path: Path) => string;

/** What each placeholder says of a period; months and days are written in the invoice's language. */
const values: Readonly<Record<string, (period: Period, formats: TextFormats) => string>> = {
  period_start: ({ start }, formats) => formats.day(start),
  period_end: ({ end }, formats) => formats.day(end),
  previous_period_start: ({ previousStart }, formats) => formats.day(previousStart),
  previous_period_end: ({ start }, formats) => formats.day(dayBefore(start)),
  month: ({ start }, formats) => formats.month(start),
  previous_month: ({ start }, formats) => formats.month(dayBefore(`${start.slice(0, 7)}-01`)),
  year: ({ start }) => start.slice(0, 4),
};

/** The request of one period: the texts that are printed say which one it is. */
export function filled(
  request: ScheduledRequest,
  period: Period,
  language: string,
): ScheduledRequest {
  const formats = new TextFormats(language, 'EUR');
  return withTexts(request, (text) =>
    text.replaceAll(
      placeholder,
      (written: string, name: string) => valueOf(name)?.(period, formats) ?? written,
    ),
  );
}

/** The placeholders that nothing can be put in for. */
export function placeholderFaults(request: ScheduledRequest): Fault[] {
  const faults: Fault[] = [];
  withTexts(request, (text, path) => {
    const unknown = [...text.matchAll(placeholder)].find(([, name = '']) => !valueOf(name));
    if (unknown !== undefined) faults.push(unknownPlaceholder(path, unknown[0]));
    return text;
  });
  return faults;
}

function valueOf(written: string) {
  const name = written.trim();
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function unknownPlaceholder(path: Path, written: string): Fault {
  return {
    pointer: pointer(...path),
    code: 'unknown_placeholder',
    message: `Nothing can be put in for ${written.slice(0, 60)}.`,
    hint: `Known are ${Object.keys(values)
      .map((name) => `{{${name}}}`)
      .join(', ')}.`,
  };
}

/** A request with other texts where placeholders may stand; what is no text stays as it is. */
function withTexts(request: ScheduledRequest, change: Change): ScheduledRequest {
  const { line_items: lines } = request;
  return {
    ...changedTexts(request, ['notes', 'terms', 'reference'], change),
    ...(Array.isArray(lines) && {
      line_items: lines.map((line: unknown, index) =>
        isPart(line)
          ? changedTexts(line, ['description', 'details'], change, ['line_items', index])
          : line,
      ),
    }),
  };
}

function changedTexts(
  part: Readonly<Record<string, unknown>>,
  names: readonly string[],
  change: Change,
  path: Path = [],
): Record<string, unknown> {
  const texts = names.flatMap((name) => {
    const text = part[name];
    return typeof text === 'string' ? [[name, change(text, [...path, name])]] : [];
  });
  return { ...part, ...(Object.fromEntries(texts) as Record<string, string>) };
}
