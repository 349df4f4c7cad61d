export type Headers = Readonly<Record<string, string>>;

/** A limit as it stands after a request was counted. */
export interface LimitState {
  readonly name: string;
  readonly quota: number;
  readonly used: number;
}

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers-10: what is allowed (`q` requests in `w` seconds)
 * and what is left of it (`r` requests, anew in `t` seconds).
 */
export function rateLimitFields(
  states: readonly LimitState[],
  windowSeconds: number,
  resetSeconds: number,
): Headers {
  const policies = states.map(({ name, quota }) => `"${name}";q=${quota};w=${windowSeconds}`);
  const left = states.map(
    ({ name, quota, used }) => `"${name}";r=${Math.max(0, quota - used)};t=${resetSeconds}`,
  );
  return { 'ratelimit-policy': policies.join(', '), ratelimit: left.join(', ') };
}
