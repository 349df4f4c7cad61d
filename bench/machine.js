// On what the figures were measured.
import { cpus, totalmem } from 'node:os';
import { createConnection } from 'mysql2/promise';
import { rivalVersions } from './rivals.js';

const gibibyte = 1024 ** 3;

/** Processor, memory and versions, one line each. */
export async function describeMachine(databases) {
  const processors = cpus();
  const lines = [
    `${processors.length} × ${processors[0]?.model ?? 'unknown CPU'}, ${(totalmem() / gibibyte).toFixed(1)} GiB`,
    `Node ${process.version}; ${rivalVersions().join(', ')}`,
  ];
  for (const { name, url } of databases) {
    lines.push(url === undefined ? `${name}: WAL, synchronous=FULL` : await describeServer(url));
  }
  return lines.join('\n');
}

async function describeServer(url) {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  try {
    const [[row]] = await connection.query(
      'SELECT VERSION() AS version, @@innodb_flush_log_at_trx_commit AS flushed',
    );
    return `${row.version}: innodb_flush_log_at_trx_commit=${row.flushed}`;
  } finally {
    await connection.end();
  }
}
