import { type Socket } from 'node:net';
import { type FastifyReply, type FastifyServerOptions } from 'fastify';
import { problemOf } from '../errors/problem.js';
import { newRequestId } from './request-id.js';
import { MalformedRequest } from './http-errors.js';

/** What Fastify itself must be told: limits, who is asked for the client's address, frame errors. */
export function serverOptions(limits: {
  bodyBytesMax: number;
  trustedProxyHops: number;
}): FastifyServerOptions {
  return {
    bodyLimit: limits.bodyBytesMax,
    trustProxy: (_address, hop) => hop < limits.trustedProxyHops,
    genReqId: newRequestId,
    requestTimeout: 60_000,
    // While it stops, requests that are under way are answered; Fastify's own 503 would be no problem body.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, request, reply) => {
      const problem = problemOf(unreadable, request.id);
      void (reply as FastifyReply)
        .code(problem.status)
        .header('x-request-id', request.id)
        .type('application/problem+json')
        .send(JSON.stringify(problem));
    },
    clientErrorHandler: (error, socket) => {
      answerOnSocket(error, socket);
    },
  };
}

const unreadable = new MalformedRequest(
  'malformed_request',
  'The address of the request cannot be read.',
);

/** A request that is no HTTP never becomes a request object, so the answer is written by hand. */
function answerOnSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const id = newRequestId();
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const timedOut = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const [status, reason] = tooLarge
    ? [431, 'Request Header Fields Too Large']
    : timedOut
      ? [408, 'Request Timeout']
      : [400, 'Bad Request'];
  const problem = problemOf(new MalformedRequest('malformed_request', `${reason}.`), id);
  const body = JSON.stringify({ ...problem, status });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json\r\nX-Request-Id: ${id}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
