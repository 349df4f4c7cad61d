// The results as people read them.

/** One line a row: what, how much, what it must be, both sides, and whether it is enough. */
export function table(rows) {
  const head = ['figure', 'is', 'must', 'goal', 'Finvo', 'against', ''];
  const cells = rows.map((row) => [
    row.name,
    `${row.ratio} ${row.unit}`,
    limit(row, row.must),
    limit(row, row.goal),
    side(row.ours),
    row.against === undefined ? '' : `${row.against}: ${side(row.theirs)}`,
    verdict(row),
  ]);
  const all = [head, ...cells];
  const widths = head.map((_, at) => Math.max(...all.map((line) => line[at].length)));
  return all
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function limit({ better }, value) {
  if (value === undefined) return '';
  return `${better === 'lower' ? '≤' : '≥'} ${value}`;
}

function verdict(row) {
  if (row.must === undefined) return '';
  if (!reaches(row, row.must)) return 'missed';
  return row.goal !== undefined && reaches(row, row.goal) ? 'goal' : 'ok';
}

function reaches({ ratio, better }, value) {
  return better === 'lower' ? ratio <= value : ratio >= value;
}

function side({ p50_ms, p99_ms, per_s, cpu_ms } = {}) {
  const short = (value) => String(Number(value.toPrecision(3)));
  return [
    ...(p50_ms === undefined ? [] : [`${short(p50_ms)}/${short(p99_ms)} ms`]),
    ...(per_s === undefined ? [] : [`${short(per_s)}/s`]),
    ...(cpu_ms === undefined ? [] : [`${short(cpu_ms)} CPU ms`]),
  ].join(', ');
}
