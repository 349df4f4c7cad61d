import { BlockList, isIP } from 'node:net';
import { UrlNotAllowed } from './webhooks.errors.js';

/** IPv4 networks that are not part of the public internet (RFC 6890 and its updates). */
const inner4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
/** Parts of the global unicast space of IPv6 that lead elsewhere: tunnels, documentation. */
const inner6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const global6 = blockList(['2000::/3']);
const inner = blockList([...inner4, ...inner6]);
const innerName = /^[^.]*$|(^|\.)(localhost|local|localdomain|internal|home\.arpa)$/;
/** What the column holds; the normal form may be longer than what was typed. */
export const urlLengthMax = 2000;
const usualPorts: ReadonlySet<number> = new Set([80, 443]);
const reservedPortMax = 1023;

const faults = {
  form: {
    message: 'This is not the address of a web server.',
    hint: 'Expected something like https://shop.example/webhooks/finvo.',
  },
  long: {
    message: `The address is longer than ${urlLengthMax} characters once it is encoded.`,
    hint: 'Letters beyond ASCII take several characters each.',
  },
  credentials: {
    message: 'The address must not hold a user name or a password.',
    hint: 'Every request is signed; check the signature instead.',
  },
  port: {
    message: 'This port belongs to another service than a web server.',
    hint: 'Use 443, 80 or a port from 1024 on.',
  },
  secure: {
    message: 'The address must begin with https://.',
    hint: 'What is sent holds invoices, so it is encrypted on its way.',
  },
  inner: {
    message: 'This address is not on the public internet.',
    hint: 'Use a public host name. Whoever runs the server can allow others (WEBHOOKS_ALLOW_PRIVATE).',
  },
} as const;

/**
 * The normal form of an address that events may be sent to, by its text alone: what its name leads to is
 * checked when it is connected to. @throws UrlNotAllowed
 */
export function allowedUrl(text: string, { allowPrivate }: { allowPrivate: boolean }): string {
  if (!URL.canParse(text)) throw new UrlNotAllowed(faults.form);
  const url = new URL(text);
  const fault = faultOf(url) ?? (allowPrivate ? undefined : faultOutside(url));
  if (fault !== undefined) throw new UrlNotAllowed(fault);
  url.hash = '';
  if (url.href.length > urlLengthMax) throw new UrlNotAllowed(faults.long);
  return url.href;
}

type Fault = (typeof faults)[keyof typeof faults];

function faultOf({ protocol, username, password, port }: URL): Fault | undefined {
  if (!/^https?:$/.test(protocol)) return faults.form;
  if (username !== '' || password !== '') return faults.credentials;
  return port !== '' && Number(port) <= reservedPortMax && !usualPorts.has(Number(port))
    ? faults.port
    : undefined;
}

function faultOutside({ protocol, hostname }: URL): Fault | undefined {
  if (isInner(hostname)) return faults.inner;
  return protocol === 'https:' ? undefined : faults.secure;
}

/** Whether a host can be told to be none of the public internet without asking a name server. */
function isInner(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.+$/, '');
  const family = isIP(host);
  if (family === 0) return innerName.test(host);
  if (family === 4) return inner.check(host, 'ipv4');
  return inner.check(host, 'ipv6') || !global6.check(host, 'ipv6');
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
