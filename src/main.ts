import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { createApp } from './app.js';
import { sessionCookie } from './accounts/session-cookie.js';
import { ConfigError, loadConfig } from './config/config.js';
import { PdfRenderer } from './pdf/pdf-renderer.js';

try {
  const config = loadConfig(process.env);
  const app = await createApp(config);
  app.get(PdfRenderer).warmUp();
  await app.listen(config.http.port, config.http.host);
  const logger = new Logger('Finvo');
  logger.log(`Listening on ${await app.getUrl()}, reached by people at ${config.http.baseUrl}`);
  if (!sessionCookie(config.http.baseUrl).secure) {
    logger.warn(
      'BASE_URL is plain http: passwords and session cookies can be read on the network.',
    );
  }
} catch (error) {
  // The operator needs the sentence, not the stack of our own configuration check.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
