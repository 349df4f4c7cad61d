/** What may stand between two cells, by its name. */
export const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type Delimiter = keyof typeof delimiters;
export const delimiterNames = Object.keys(delimiters) as Delimiter[];

/** Records that are looked at. */
const recordsMax = 50;
/** Characters that are looked at, so that a file without line breaks costs no more than another. */
const charactersMax = 100_000;

/** A first line `sep=;`, by which Excel tells the delimiter. */
const separatorLine = /^sep=([,;\t])\r?\n/i;

/** The delimiter that a file names itself, and the text below that line. */
export function namedDelimiter(text: string): { delimiter: Delimiter; rest: string } | undefined {
  const [line, named] = separatorLine.exec(text) ?? [];
  const delimiter = delimiterNames.find((name) => delimiters[name] === named);
  if (line === undefined || delimiter === undefined) return undefined;
  return { delimiter, rest: text.slice(line.length) };
}

/**
 * The delimiter that gives most records the same number of cells as the first one; a comma where none does
 * better, as in a file of one column.
 */
export function detectDelimiter(text: string): Delimiter {
  const head = text.slice(0, charactersMax);
  const ranked = delimiterNames
    .map((name) => ({ name, score: score(cellCounts(head, delimiters[name])) }))
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.name ?? 'comma';
}

/** Records as wide as the header, weighed by the width: a delimiter that is none gives one cell a record. */
function score([width = 1, ...others]: readonly number[]): number {
  if (width < 2) return 0;
  const alike = others.filter((count) => count === width).length;
  return (others.length === 0 ? 1 : alike / others.length) * 1_000 + width;
}

/** How many cells each of the first records has; delimiters and line breaks in quotes do not count. */
function cellCounts(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let filled = false;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) cells += 1;
    else if (character === '\n' || character === '\r') {
      if (filled) counts.push(cells);
      if (counts.length >= recordsMax) return counts;
      [cells, filled] = [1, false];
      continue;
    }
    filled = true;
  }
  if (filled) counts.push(cells);
  return counts;
}
