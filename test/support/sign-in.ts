import request, { type Response } from 'supertest';
import { type RunningApp } from './app.js';
import { cookieOf, sameOrigin } from './factories.js';

/** Who tries to log in, from where, and with which cookies. */
export interface LogIn {
  readonly email: string;
  readonly password: string;
  /** The address that the proxy in front names; needs TRUST_PROXY=1. */
  readonly ip?: string;
  readonly cookie?: string;
}

/** Tries to log in, as the dashboard does. */
export function logIn(
  { url }: Pick<RunningApp, 'url'>,
  { email, password, ip = '203.0.113.1', cookie }: LogIn,
): request.Test {
  return request(url)
    .post('/dashboard/login')
    .set({ ...sameOrigin, 'x-forwarded-for': ip, ...(cookie !== undefined && { cookie }) })
    .send({ email, password });
}

/** Gives the password again and answers header fields with the session that takes the old one's place. */
export async function reauthenticated(
  { url }: Pick<RunningApp, 'url'>,
  { session, password }: { session: Record<string, string>; password: string },
): Promise<Record<string, string>> {
  const answer = await request(url)
    .post('/dashboard/reauthenticate')
    .set(session)
    .send({ password })
    .expect(204);
  return { ...session, cookie: cookieOf(answer.headers['set-cookie']) };
}

/** Every cookie that an answer sets, as a browser sends it back. */
export function cookiesOf(answer: Response): string {
  const headers = (answer.headers['set-cookie'] ?? []) as unknown as string[];
  return headers.map((header) => header.split(';', 1)[0]).join('; ');
}
