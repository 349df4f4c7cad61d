import { type Pool, type PoolConnection } from 'mysql2';
import { type DataSource } from 'typeorm';

/** Whether the server is a node of a Galera cluster. */
export async function isGaleraNode(source: DataSource): Promise<boolean> {
  const rows = await source.query<{ Value: string }[]>("SHOW VARIABLES LIKE 'wsrep_on'");
  return rows[0]?.Value === 'ON';
}

/**
 * Lets every SELECT and every transaction of the pool wait until its node has what any other node had
 * committed before (docs/decisions/0044). Set with the first use of a connection, before its first statement.
 */
export function readCausally(source: DataSource): void {
  const { pool } = source.driver as unknown as { pool: Pool };
  const isSet = new WeakSet<PoolConnection>();
  pool.on('acquire', (connection) => {
    if (isSet.has(connection)) return;
    isSet.add(connection);
    connection.query('SET SESSION wsrep_sync_wait = 1', (error) => {
      if (error) connection.destroy();
    });
  });
}
