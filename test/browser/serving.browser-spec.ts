import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type Dashboard, openDashboard } from '../support/dashboard.js';

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('serving the dashboard', () => {
  let dashboard: Dashboard;
  let url: string;

  beforeAll(async () => {
    dashboard = await openDashboard();
    ({ url } = dashboard.running);
  });
  afterAll(() => dashboard.close());

  it.each([
    '/',
    '/login',
    '/invoices',
    '/invoices/new',
    '/settings/api-keys',
    '/help/api-keys?a=b',
  ])('opens at %s, as a link to any screen must', async (path) => {
    const answer = await request(url).get(path).set(asBrowser).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    expect(answer.text).toContain('<div id="root">');
  });

  it.each([
    ['GET', '/v1/nothing', 404],
    ['GET', '/dashboard/nothing', 404],
    ['GET', '/generate', 405],
    ['GET', '/assets/index-0000.js', 404],
    ['GET', '/robots.txt', 404],
    ['GET', '/health', 404],
    ['POST', '/invoices', 404],
  ])('never answers %s %s with the page, even to a browser', async (method, path, status) => {
    const answer = await request(url)[method.toLowerCase() as 'get'](path).set(asBrowser);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('answers software that asks for no page with a problem', async () => {
    const answer = await request(url).get('/invoices').set('accept', 'application/json');
    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe('not_found');
  });

  it('lets browsers keep what has its hash in its name, compressed', async () => {
    const script = entryScript();
    const answer = await request(url).get(script).set('accept-encoding', 'br').expect(200);
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    });
  });

  it('allows no script but its own files and nothing from elsewhere', async () => {
    const { headers } = await request(url).get('/').set(asBrowser);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/(^|;)script-src 'self'(;|$)/);
    expect(policy).toMatch(/(^|;)default-src 'self'(;|$)/);
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
    const page = readFileSync('dist/web/index.html', 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|https?:\/\//);
  });

  it('loads at most 200 kB of compressed JavaScript before the chunk of a screen', () => {
    const page = readFileSync('dist/web/index.html', 'utf8');
    const first = [...page.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) => path);
    expect(first.length).toBeGreaterThan(0);
    const bytes = first.map((path) => gzipSync(readFileSync(`dist/web${path}`)).length);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(200_000);
  });

  it('keeps the PDF viewer and the charts out of the first load', () => {
    const chunks = readdirSync('dist/web/assets');
    const entry = readFileSync(`dist/web${entryScript()}`, 'utf8');
    expect(chunks.some((name) => name.startsWith('pdf.worker'))).toBe(true);
    expect(entry).not.toMatch(/GlobalWorkerOptions|recharts/);
  });
});

function entryScript(): string {
  const page = readFileSync('dist/web/index.html', 'utf8');
  return /type="module"[^>]*src="([^"]+)"/.exec(page)?.[1] ?? '';
}
