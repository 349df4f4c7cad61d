import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from './support/app.js';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly responses: Record<string, { description: string; content?: Record<string, unknown> }>;
  readonly security?: Record<string, unknown>[];
}

describe('the OpenAPI document', () => {
  let running: RunningApp;
  let served: { openapi: string; paths: Record<string, Record<string, Operation>> };
  beforeAll(async () => {
    running = await startApp();
    served = (await request(running.url).get('/openapi.json').expect(200)).body;
  });
  afterAll(() => running.close());

  const operations = () =>
    Object.entries(served.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is the committed openapi.json; `npm run openapi` writes it anew', () => {
    const committed: unknown = JSON.parse(readFileSync('openapi.json', 'utf8'));
    expect(served).toEqual(committed);
    expect(served.openapi).toBe('3.1.0');
  });

  it('says of every operation what it answers, and of every error that it is a problem', () => {
    for (const { path, method, operation } of operations()) {
      const statuses = Object.keys(operation.responses);
      expect([`${method} ${path}`, statuses.some((status) => status.startsWith('2'))]).toEqual([
        `${method} ${path}`,
        true,
      ]);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response.description).not.toBe('');
        if (!status.startsWith('2')) {
          expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
        }
      }
    }
  });

  it('names one credential for each closed path: the key on /v1 and /generate, the session on /dashboard', () => {
    for (const { path, operation } of operations()) {
      const expected = /^\/(v1|generate)/.test(path)
        ? ['api-key']
        : /^\/dashboard\/(signup|login|configuration|email\/confirm|passkey-login(\/options)?|password-reset(\/confirm)?)$/.test(
              path,
            ) || !path.startsWith('/dashboard')
          ? []
          : ['session'];
      const named = (operation.security ?? []).flatMap((scheme) => Object.keys(scheme));
      expect([path, named]).toEqual([path, expected]);
    }
  });

  it('gives every operation a name of its own', () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });
});
