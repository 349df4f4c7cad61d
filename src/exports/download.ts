import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { loggable } from '../common/errors/loggable.js';

const logger = new Logger('Export');

export interface Download {
  readonly mediaType: string;
  /** ASCII without quotes, as it stands in a header. */
  readonly fileName: string;
  readonly stream: Readable;
}

/**
 * Sends a stream as a file. Fastify breaks the connection when the stream fails, which is all that can
 * still be said by then, so the reason goes to the log; HEAD gets the header fields alone.
 */
export function sendDownload(
  { mediaType, fileName, stream }: Download,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Readable {
  void reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    // Proxies that collect an answer before they pass it on would defeat the streaming.
    .header('x-accel-buffering', 'no');
  stream.on('error', (error) => {
    logger.error(loggable(error), { request_id: request.id });
  });
  if (request.method !== 'HEAD') return stream;
  stream.destroy();
  return Readable.from([]);
}
