/** Whether this is where a Redis answers; the path is the number of a database. */
export function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^rediss?:$/.test(protocol) && hostname !== '' && /^(\/\d*)?$/.test(pathname);
}

/** Whether this is where a mail server answers; a path would name nothing, so there is none. */
export function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname);
}

/** Whether a file is named: a database in memory would be two, one that is written and one that is read. */
export function namesFile(url: string): boolean {
  return !/^sqlite:(:memory:)?$/.test(url);
}

/** Whether the address of a server goes on with the name of a database. */
export function serverUrlNamesDatabase(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.length > 1;
}

/** A person opens "localhost", not the wildcard address that a container listens on. */
export function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
