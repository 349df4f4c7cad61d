/** The two representations of an invoice: its JSON, and its file, which is a PDF unless it is made as XML. */
export type Representation = 'application/json' | 'application/pdf';

/**
 * Which representation an Accept header prefers (RFC 9110 §12.5.1); `usual` where it has no preference
 * or knows neither, because an answer that can be read beats a 406.
 */
export function preferred(accept: string | undefined, usual: Representation): Representation {
  if (accept === undefined) return usual;
  const other = usual === 'application/pdf' ? 'application/json' : 'application/pdf';
  const ranges = accept.split(',').map(parsed);
  return quality(ranges, other) > quality(ranges, usual) ? other : usual;
}

/** Whether an Accept header asks for a PDF by name, where the file of an invoice may be XML as well. */
export function namesPdf(accept: string | undefined): boolean {
  const ranges = (accept ?? '').split(',').map(parsed);
  const named = (type: string) => ranges.find((range) => range.type === type)?.quality ?? 0;
  return named('application/pdf') > named(xml);
}

const xml = 'application/xml';

interface Range {
  readonly type: string;
  readonly quality: number;
}

function parsed(range: string): Range {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, quality: Number.isFinite(quality) ? quality : 0 };
}

/** The most specific range that matches decides; XML is a file too. */
function quality(ranges: readonly Range[], type: Representation): number {
  const named = type === 'application/pdf' ? ranges.find((range) => range.type === xml) : undefined;
  return Math.max(named?.quality ?? 0, qualityOf(ranges, type));
}

function qualityOf(ranges: readonly Range[], type: Representation): number {
  for (const pattern of [type, 'application/*', '*/*']) {
    const range = ranges.find((candidate) => candidate.type === pattern);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
