import { type AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { eventually } from './eventually.js';

/** A mail as it arrived: who it was handed in for, and what a mail program reads in it. */
export interface ArrivedMail extends Email {
  readonly envelopeTo: readonly string[];
  readonly raw: string;
}

interface Closeable {
  close(): void;
}

/** A real mail server that keeps what it is given. */
export interface MailServer {
  readonly url: string;
  readonly port: number;
  readonly mails: readonly ArrivedMail[];
  /** How many mails were begun, arrived or not. */
  readonly begun: number;
  /** Waits for the mails to an address to be this many, and answers them. */
  mailsTo(address: string, count?: number): Promise<ArrivedMail[]>;
  close(): Promise<void>;
}

export interface MailServerOptions {
  readonly port?: number;
  /** Addresses that it refuses, with the code of the refusal. */
  readonly refused?: Readonly<Record<string, number>>;
  /** Takes connections and never says a word. */
  readonly isSilent?: boolean;
  /** How many mails it cuts the connection after, when it has read all of them. */
  readonly cutMails?: number;
  /** Never answers to a mail's end. */
  readonly isStuck?: boolean;
}

/** Starts a mail server on this machine; the port is free unless one is given. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const mails: ArrivedMail[] = [];
  let begun = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => {
      if (!options.isSilent) done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = options.refused?.[address];
      done(
        responseCode === undefined
          ? null
          : Object.assign(new Error('no such mailbox'), { responseCode }),
      );
    },
    onData: (stream, { envelope }, done) => {
      begun += 1;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (options.isStuck) return;
        if (begun <= (options.cutMails ?? 0)) {
          for (const connection of server.connections as Set<Closeable>) connection.close();
          return;
        }
        const raw = Buffer.concat(chunks);
        const envelopeTo = envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(raw).then((mail) => {
          mails.push({ ...mail, envelopeTo, raw: raw.toString('latin1') });
          done();
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const to = (address: string) => mails.filter((mail) => mail.envelopeTo.includes(address));
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    get begun() {
      return begun;
    },
    mailsTo: async (address, count = 1) => {
      await eventually(() => Promise.resolve(to(address).length >= count));
      return to(address);
    },
    close: () => closed(server),
  };
}

function closed(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
