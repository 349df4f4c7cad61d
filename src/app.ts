import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { registerBodyParsers } from './common/http/body-parsers.js';
import { refuseSecondHost } from './common/http/one-host.js';
import { registerNoStore } from './common/http/no-store.js';
import { ProblemFilter } from './common/http/problem.filter.js';
import { registerRequestId } from './common/http/request-id.js';
import { registerRequestLog } from './common/http/request-log.js';
import { RouteTable } from './common/http/route-table.js';
import { registerSecurityHeaders } from './common/http/security-headers.js';
import { serverOptions } from './common/http/server-options.js';
import { JsonLogger } from './common/logging/json-logger.js';
import { Clock } from './common/time/clock.js';
import { type AppConfig } from './config/config.js';
import { serveDashboard } from './dashboard/dashboard.js';
import { BearerGuard } from './keys/bearer.guard.js';
import { checkKeysBeforeBodies } from './keys/keys-before-bodies.js';
import { countKeyRequests } from './keys/count-key-requests.js';
import { KeyTraffic } from './keys/key-traffic.js';
import { refuseKeysInUrls } from './keys/keys-in-urls.js';
import { countRequests } from './metrics/count-requests.js';
import { Metrics } from './metrics/metrics.js';
import { serveDocs } from './openapi.js';
import { OwnTemplates } from './pdf/own/own-templates.js';
import { readTemplateFolder, type TemplateFolder } from './pdf/own/template-folder.js';

/** The whole application, ready to listen: the one way in for `main.ts`, the demo and the tests. */
export async function createApp(
  config: AppConfig,
  clock: Clock = new Clock(),
): Promise<NestFastifyApplication> {
  // What an operator has to mend is told before anything is opened.
  const folder = readTemplateFolder(config.pdf.templatesDirectory);
  const adapter = new FastifyAdapter(serverOptions(config.http));
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, clock),
    adapter,
    {
      bodyParser: false,
      abortOnError: false,
      logger: new JsonLogger(config.logLevel),
    },
  );
  const fastify = adapter.getInstance<FastifyInstance>();
  const problems = new ProblemFilter(new RouteTable(fastify));
  await registerPlugins(fastify, config);
  refuseKeysInUrls(fastify, problems);
  countRequests(fastify, app.get(Metrics));
  countKeyRequests(fastify, app.get(KeyTraffic));
  checkKeysBeforeBodies(fastify, app.get(BearerGuard));
  app.useGlobalFilters(problems);
  serveDocs(app);
  await serveDashboard(fastify);
  await useTemplates(app.get(OwnTemplates), folder);
  await app.init();
  await fastify.ready();
  return app;
}

/** A broken layout is refused when it is chosen; everything else goes on. */
async function useTemplates(templates: OwnTemplates, folder: TemplateFolder): Promise<void> {
  await templates.use(folder);
  const logger = new Logger('Finvo');
  for (const name of folder.names) {
    const problem = templates.problemOf(name);
    if (problem === undefined) logger.log(`Layout "${name}" of TEMPLATES_DIR is ready.`);
    else logger.error(`Layout "${name}" of TEMPLATES_DIR is refused: ${problem}`);
  }
}

async function registerPlugins(fastify: FastifyInstance, config: AppConfig): Promise<void> {
  registerRequestId(fastify);
  registerRequestLog(fastify);
  registerNoStore(fastify);
  refuseSecondHost(fastify);
  registerBodyParsers(fastify);
  await fastify.register(cookie);
  await fastify.register(multipart);
  registerSecurityHeaders(fastify, config.http.baseUrl);
}
