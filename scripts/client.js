// `npm run client`: builds clients/typescript with this project's tools: its types and the methods of its
// routes from openapi.json, then its JavaScript. `npm pack ./clients/typescript` makes the package of it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import * as prettier from 'prettier';
import ts from 'typescript';
import { routeClasses } from './client-routes.js';

const folder = new URL('../clients/typescript/', import.meta.url);

/** The document without the routes that take no API key, and without the schemas that only those use. */
function apiDoor({ paths, components, ...document }) {
  const own = Object.entries(paths).filter(([path]) => /^\/(generate$|v1\/)/.test(path));
  const names = new Set();
  const collect = (value) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (names.has(name)) continue;
      names.add(name);
      collect(components.schemas[name]);
    }
  };
  collect(own);
  const schemas = Object.entries(components.schemas).filter(([name]) => names.has(name));
  return {
    ...document,
    paths: Object.fromEntries(own),
    components: { ...components, schemas: Object.fromEntries(schemas) },
  };
}

const document = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'));
const own = apiDoor(document);
writeFileSync(new URL('src/schema.ts', folder), astToString(await openapiTypes(own)));
const routesFile = fileURLToPath(new URL('src/routes.ts', folder));
const style = await prettier.resolveConfig(routesFile);
const routes = await prettier.format(routeClasses(own), { ...style, filepath: routesFile });
// It is in git, and others may read it at this moment.
if (readFileSync(routesFile, 'utf8') !== routes) writeFileSync(routesFile, routes);
rmSync(new URL('dist', folder), { recursive: true, force: true });

const configFile = fileURLToPath(new URL('tsconfig.json', folder));
const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => report([fault]) };
const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(configFile, {}, host);
const program = ts.createProgram(fileNames, options);
const { diagnostics } = program.emit();
report([...ts.getPreEmitDiagnostics(program), ...diagnostics]);

function report(faults) {
  if (faults.length === 0) return;
  const texts = { ...ts.sys, getCanonicalFileName: (name) => name, getNewLine: () => '\n' };
  texts.getCurrentDirectory = ts.sys.getCurrentDirectory;
  console.error(ts.formatDiagnostics(faults, texts));
  process.exitCode = 1;
}
