// `npm run openapi`: writes the OpenAPI document of the built application to openapi.json.
import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../dist/app.js';
import { loadConfig } from '../dist/config/config.js';
import { openApiDocument } from '../dist/openapi.js';

const folder = mkdtempSync(join(tmpdir(), 'finvo-openapi-'));
const app = await createApp(
  loadConfig({ DATABASE_URL: `sqlite:${join(folder, 'finvo.db')}`, LOG_LEVEL: 'fatal' }),
);
writeFileSync('openapi.json', `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
await app.close();
rmSync(folder, { recursive: true, force: true });
