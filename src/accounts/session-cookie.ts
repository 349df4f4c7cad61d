import { type CookieSerializeOptions } from '@fastify/cookie';

/** The names and flags of the dashboard's cookies for a base URL. */
export interface SessionCookie {
  readonly name: string;
  /** The cookie by which the browser is known again after a log-out; same flags. */
  readonly browserName: string;
  readonly options: CookieSerializeOptions;
  /** False on plain http beyond this machine, where a browser refuses Secure cookies. */
  readonly secure: boolean;
}

/** `__Host-` pins the cookie to this host and to TLS; browsers treat loopback as secure. */
export function sessionCookie(baseUrl: string): SessionCookie {
  const { protocol, hostname } = new URL(baseUrl);
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  const secure = protocol === 'https:' || loopback;
  return {
    name: secure ? '__Host-finvo_session' : 'finvo_session',
    browserName: secure ? '__Host-finvo_browser' : 'finvo_browser',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
    secure,
  };
}
