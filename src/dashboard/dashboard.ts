import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { plainPage } from './plain-page.js';

/** Where `npm run build` puts the dashboard, seen from `src/` and from `dist/`. */
const folder = join(import.meta.dirname, '../../dist/web');
const pageFile = join(folder, 'index.html');

/** Paths of the API and of files: an answer in HTML would hide that they do not exist. */
const noPage = /^\/(v1|dashboard|generate|shared|docs|openapi\.json|health|assets)\b|\.\w{1,5}$/;

/**
 * Serves the dashboard at `/`: its files, and its one page for every address that a browser opens.
 * Everything else that has no route stays a problem answer (RFC 9457).
 */
export async function serveDashboard(fastify: FastifyInstance): Promise<void> {
  const built = existsSync(pageFile);
  const sendPage = async (reply: FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'Accept')
      // Pages of shared invoices are among them, and nothing of a dashboard belongs into a search engine.
      .header('x-robots-tag', 'noindex, nofollow')
      .send(built ? await readFile(pageFile) : plainPage);
  fastify.get('/', (_request, reply) => sendPage(reply));
  if (!built) return;
  await fastify.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControl(path)),
  });
  fastify.get('/*', (request, reply) => {
    if (isPage(request)) return sendPage(reply);
    reply.callNotFound();
    return reply;
  });
}

/** Whether a browser opens an address of its own, which only the dashboard's script knows. */
function isPage({ url, headers }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return !noPage.test(path) && (headers.accept ?? '').includes('text/html');
}

/** A file with a hash of its content in its name never changes. */
function cacheControl(path: string): string {
  const hashed = /-[\w-]{8}\.\w+(\.br|\.gz)?$/.test(path);
  return hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}
