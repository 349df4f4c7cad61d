/** The two representations of an invoice. */
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

/** The most specific range that matches decides. */
function quality(ranges: readonly Range[], type: Representation): number {
  for (const pattern of [type, 'application/*', '*/*']) {
    const range = ranges.find((candidate) => candidate.type === pattern);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
