// Rounds in turns: a slow minute of the machine hits both sides, and medians forget it.

/**
 * Runs `ours` and `theirs` in turns, the other one first in every second round; both answer figures such as
 * `per_s`. Answers the medians of each, and by `ratio(of)` the median of what `of(ours, theirs)` makes of the
 * two halves of a round.
 */
export async function alternate(rounds, { ours, theirs }) {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const pair = {};
    const sides = [
      async () => (pair.ours = await ours(round)),
      async () => (pair.theirs = await theirs(round)),
    ];
    for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
    pairs.push(pair);
  }
  return {
    ours: medians(pairs.map((pair) => pair.ours)),
    theirs: medians(pairs.map((pair) => pair.theirs)),
    ratio: (of) => round3(median(pairs.map((pair) => of(pair.ours, pair.theirs)))),
  };
}

/** The median of each figure that the runs have. */
export function medians(runs) {
  const figures = ['p50_ms', 'p99_ms', 'per_s', 'cpu_ms'].filter((name) =>
    runs.every((run) => run[name] !== undefined),
  );
  return Object.fromEntries(
    figures.map((name) => [name, round3(median(runs.map((run) => run[name])))]),
  );
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function percentiles(timesMs) {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50_ms: at(0.5), p99_ms: at(0.99) };
}

/** Three decimals are more than any of these figures is good for. */
export function round3(value) {
  return Math.round(value * 1000) / 1000;
}
