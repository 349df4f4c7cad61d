import { connect, createServer, type Socket } from 'node:net';

/** A door in front of a TCP server that a test can shut, as when the network or the server fails. */
export interface TcpGate {
  readonly port: number;
  /** Breaks every connection and takes no new one. */
  shut(): Promise<void>;
  /** Lets connections through again. */
  open(): Promise<void>;
  /** Keeps connections and takes new ones, but lets nothing through any more. */
  hang(): void;
}

/** Puts a gate in front of a server; open at first. */
export async function tcpGate(target: { host: string; port: number }): Promise<TcpGate> {
  const sockets = new Set<Socket>();
  let hangs = false;
  const server = createServer((incoming) => {
    const outgoing = connect(target);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    incoming.pipe(outgoing).pipe(incoming);
    if (hangs) incoming.unpipe();
  });
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        resolve((server.address() as { port: number }).port);
      });
    });
  const port = await listen(0);
  return {
    port,
    open: async () => {
      hangs = false;
      await listen(port);
    },
    hang: () => {
      hangs = true;
      for (const socket of sockets) socket.unpipe();
    },
    shut: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}
