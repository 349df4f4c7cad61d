// `npm run bench`: measures Finvo beside a floor and rivals on the databases that are there, prints one table
// and writes results.json. `--quick` takes a few minutes; `--only word` takes the measures with the word in
// their names.
//
// A measure is a file in measures/. It exports by default an async function of the context
//   { quick, rounds, seconds, threads, databases: [{ name: 'SQLite' }, { name: 'MariaDB', url }] }
// (`seconds` is how long one side of one round should load, `threads` how many render), and answers rows
//   { name, ratio, unit, must?, goal?, better?: 'lower', against?, ours: { p50_ms, p99_ms, per_s, cpu_ms }, theirs? }
// (without `better`, more is better). It takes its turns by `alternate` of rounds.js, loads by load.js, starts
// what it needs by server.js or process.js, each in a process of its own, and ends it by `during`. Packages that
// the product does not need stand in bench/package.json. Whoever throws costs his own rows only.
import { writeFileSync } from 'node:fs';
import { findDatabases } from './databases.js';
import { describeMachine } from './machine.js';
import { installRivals } from './rivals.js';
import { table } from './table.js';

// The order of the table; a new measure takes a line here. What renders 500 lines in this process comes late, as the
// bare renderer is half as quick after it.
const measures = ['batch', 'main-job', 'rivals', 'json', 'keys', 'growth', 'cost'];

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const quick = process.argv.includes('--quick');
const only = process.argv.includes('--only')
  ? process.argv.at(process.argv.indexOf('--only') + 1)
  : '';
const taken = measures.filter((name) => name.includes(only));
if (taken.length === 0) throw new Error(`There is only ${measures.join(', ')}.`);

installRivals();
const found = await findDatabases();
const context = {
  quick,
  rounds: quick ? 1 : 5,
  seconds: quick ? 1 : 2,
  threads: 2,
  databases: found.databases,
};
const results = [];
for (const name of taken) {
  const startedMs = performance.now();
  try {
    const { default: measure } = await import(`./measures/${name}.js`);
    results.push(...(await measure(context)));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  console.log(`${name}: ${Math.round((performance.now() - startedMs) / 1000)} s`);
  // After each, so that a run that is broken off keeps what it has.
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
}
console.log(`\n${await describeMachine(found.databases)}`);
console.log(`${context.rounds} rounds of ${context.seconds} s a side, medians\n`);
console.log(table(results));
await found.stop();
