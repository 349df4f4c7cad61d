import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { OwnTemplates } from '../pdf/own/own-templates.js';
import { readTemplateFolder } from '../pdf/own/template-folder.js';
import { FaultsFound } from './command.js';

/** Renders the examples in each layout of TEMPLATES_DIR, so that its author sees what it makes of them. */
export async function checkTemplates(
  app: INestApplicationContext,
  [folder = '']: readonly string[],
) {
  const templates = app.get(OwnTemplates);
  await templates.use(readTemplateFolder(app.get<AppConfig>(APP_CONFIG).pdf.templatesDirectory));
  const lines = templates.names.map(async (name) => {
    const problem = templates.problemOf(name);
    if (problem !== undefined) return `${name}: ${problem}`;
    const file = join(folder, `${name}.pdf`);
    await writeFile(file, await templates.example(name));
    return `${name}: ${file}`;
  });
  if (lines.length === 0)
    return 'There is no layout: TEMPLATES_DIR names no folder that holds one.';
  const report = (await Promise.all(lines)).join('\n');
  if (templates.names.some((name) => templates.problemOf(name) !== undefined)) {
    throw new FaultsFound(report);
  }
  return report;
}
