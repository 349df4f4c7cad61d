import createClient from 'openapi-fetch';
import { problemOf, unreachable } from './problem';
import { type paths } from './schema';
import { oldLogin, sessionEnd } from './session-gate';

/** Paths that are used without a session, so that their 401 means something else than its end. */
const withoutSession =
  /^\/dashboard\/(login|passkey-login|signup|logout|session|configuration|password-reset|email\/confirm)\b/;

/** The API of this server, typed by its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: sessionFetch });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer. @throws ApiProblem for every other outcome */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(error, response.status);
  return data as T;
}

/** A request with any body and answer; for PDFs, pictures and whatever else is not JSON. @throws ApiProblem */
export async function fetchFile(path: string, init: RequestInit = {}): Promise<Blob> {
  const response = await sessionFetch(new Request(new URL(path, window.location.origin), init));
  if (response.ok) return response.blob();
  throw problemOf(await response.json().catch(() => undefined), response.status);
}

/**
 * Sends a request; when the session has ended, or its log-in is too old for what is asked, once more after
 * the person has given the password.
 */
async function sessionFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const tokensBefore = oldLogin.passed();
  const response = await reach(request);
  if (response.status === 401) {
    // It was on its way with the old token while the password got this browser a new one.
    if (oldLogin.passed() !== tokensBefore) return sessionFetch(again);
    if (withoutSession.test(new URL(request.url).pathname)) return response;
    await sessionEnd.pass();
    return reach(again);
  }
  if (!(await needsFreshLogin(response))) return response;
  return (await oldLogin.pass()) ? reach(again) : response;
}

async function needsFreshLogin(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return problemOf(body, response.status).code === 'reauthentication_required';
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}
