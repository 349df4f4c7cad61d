import { isIP } from 'node:net';

/** The site that passkeys are for: browsers use each one on its own site only. */
export interface PasskeySite {
  /** The host, without a port. */
  readonly id: string;
  /** What a browser says that the page comes from. */
  readonly origin: string;
}

/** From the address that the operator has set, never from a request. */
export function passkeySite(baseUrl: string): PasskeySite {
  const { hostname, origin } = new URL(baseUrl);
  return { id: hostname, origin };
}

/** Whether browsers have passkeys there: over https or on this machine, and never for a numeric address. */
export function canHavePasskeys(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  const isNumeric = isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0;
  return !isNumeric && (protocol === 'https:' || /(^|\.)localhost$/.test(hostname));
}
