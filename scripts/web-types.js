// `npm run web:types`: the types of the API for the dashboard, from openapi.json.
import { writeFileSync } from 'node:fs';
import openapiTypes, { astToString } from 'openapi-typescript';

const nodes = await openapiTypes(new URL('../openapi.json', import.meta.url));
writeFileSync(new URL('../web/src/api/schema.d.ts', import.meta.url), astToString(nodes));
