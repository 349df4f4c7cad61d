import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from './support/app.js';

describe('health', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  it('answers liveness and readiness without credentials', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const answer = await request(running.url).get(path).expect(200);
      expect(answer.body).toEqual({ status: 'ok' });
    }
  });

  it('answers / with a page', async () => {
    const answer = await request(running.url).get('/').expect(200);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.text).toContain('<title>Finvo</title>');
  });
});
