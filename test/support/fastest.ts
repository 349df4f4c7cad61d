/**
 * The milliseconds of the fastest of some rounds: what the work itself takes, when other processes on
 * the machine may slow down any single round.
 */
export async function fastestMs(
  work: () => unknown,
  { rounds = 5, untilMs = 0 } = {},
): Promise<number> {
  let fastest = Infinity;
  for (let round = 0; round < rounds && fastest > untilMs; round += 1) {
    const startMs = performance.now();
    await work();
    fastest = Math.min(fastest, performance.now() - startMs);
  }
  return fastest;
}
