import { connect, createServer, type Socket } from 'node:net';

/** When the connection breaks: before the server has heard COMMIT, or before the client hears of its end. */
export type Break = 'before' | 'after';

/** A door in front of MySQL or MariaDB that can break a connection at its COMMIT. */
export interface CommitGate {
  /** The address of a database, led through this door. */
  through(databaseUrl: string): string;
  /** Breaks the connection that has sent a text, when it commits; once. */
  breakCommitOf(text: string, when: Break): void;
  close(): Promise<void>;
}

/** What ends a COM_QUERY packet: its number, a 3, on MySQL that it has no attributes, and the text. */
const commits = ['\u0000\u0003COMMIT', '\u0000\u0003\u0000\u0001COMMIT'];
const isCommit = (data: Buffer) => commits.some((text) => data.includes(text, 0, 'latin1'));

/** Puts a gate in front of the server of a database. */
export async function commitGate(databaseUrl: string): Promise<CommitGate> {
  const { hostname: host, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let next: { readonly text: string; readonly when: Break } | undefined;
  const server = createServer((client) => {
    const database = connect({ host, port: Number(port || 3306) });
    let hasSentText = false;
    let isSilent = false;
    const end = () => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (data: Buffer) => {
      if (next !== undefined && data.includes(next.text)) hasSentText = true;
      if (next !== undefined && hasSentText && isCommit(data)) {
        const { when } = next;
        next = undefined;
        if (when === 'before') {
          end();
          return;
        }
        isSilent = true;
      }
      database.write(data);
    });
    database.on('data', (data: Buffer) => {
      // The answer to COMMIT has come from the server, so what it says has been done.
      if (isSilent) end();
      else client.write(data);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    through: (url) => {
      const led = new URL(url);
      led.host = `127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
      return led.href;
    },
    breakCommitOf: (text, when) => {
      next = { text, when };
    },
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}
