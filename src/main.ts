import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { createApp } from './app.js';
import { sessionCookie } from './accounts/session-cookie.js';
import { loggable } from './common/errors/loggable.js';
import { ConfigError, loadConfig } from './config/config.js';
import { StoreRefused } from './documents/documents.errors.js';
import { checkDocumentStore } from './documents/object-store.js';
import { GracefulStop } from './health/graceful-stop.js';
import { PdfRenderer } from './pdf/pdf-renderer.js';

const logger = new Logger('Finvo');
process.on('uncaughtException', (error) => {
  logger.fatal(loggable(error));
  process.exit(1);
});

try {
  const stop = new GracefulStop();
  const config = loadConfig(process.env);
  await checkDocumentStore(config);
  const app = await createApp(config);
  stop.guard(app, config.http.shutdownDelayMs);
  app.get(PdfRenderer).warmUp();
  await app.listen(config.http.port, config.http.host);
  logger.log(`Listening on ${await app.getUrl()}, reached by people at ${config.http.baseUrl}`);
  if (!sessionCookie(config.http.baseUrl).secure) {
    logger.warn(
      'BASE_URL is plain http: passwords and session cookies can be read on the network.',
    );
  }
} catch (error) {
  // The operator needs the sentence, not the stack of our own configuration check.
  const isOurs = error instanceof ConfigError || error instanceof StoreRefused;
  console.error(isOurs ? error.message : error);
  process.exit(1);
}
