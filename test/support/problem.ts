import { expect } from '@jest/globals';
import { type Response } from 'supertest';

/** Holds an answer against the error shape of every path (RFC 9457) and its stable code. */
export function expectProblem(answer: Response, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body.code as string }).toEqual({ status, code });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.headers['x-request-id']).toBe(answer.body.request_id);
  expect(answer.body).toMatchObject({
    type: `urn:finvo:problem:${code}`,
    title: expect.any(String),
    status,
    detail: expect.any(String),
    code,
    request_id: expect.stringMatching(/^req_/),
  });
}

/** Pointers and codes of the faults of a 422, in their order. */
export function faultsOf(answer: Response): string[] {
  const errors = (answer.body.errors ?? []) as { pointer: string; code: string }[];
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
}
