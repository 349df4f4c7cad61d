// Writes a class for each group of routes of the OpenAPI document: Customers_get becomes `customers.get`.
const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** Routes that are other classes' business: `invoices.generate` and `batches.create`. */
const elsewhere = new Set(['Generate', 'CreateBatch']);

/** The TypeScript of all groups; throws where a route needs what the client cannot do. */
export function routeClasses({ paths, components }) {
  const groups = new Map();
  for (const [path, item] of Object.entries(paths))
    for (const method of methods.filter((name) => item[name] !== undefined)) {
      const [group, name] = item[method].operationId.split('_');
      if (elsewhere.has(group)) continue;
      const route = { path, method, name, operation: item[method], schemas: components.schemas };
      groups.set(group, [...(groups.get(group) ?? []), route]);
    }
  return [
    head,
    ...[...groups].map(([group, routes]) => classOf(group, routes)),
    groupsClass([...groups.keys()]),
  ].join('\n\n');
}

const head = `// Written by scripts/client.js from openapi.json.
import { type Caller } from './caller.js';
import { type CallOptions } from './connection.js';
import type * as Operations from './operations.js';
import { pages } from './pages.js';
import { keyed, type IssueOptions, RouteGroup } from './route-group.js';
import { type Schemas } from './shapes.js';`;

function groupsClass(groups) {
  const fields = groups.map((group) => `readonly ${memberOf(group)}: ${group};`);
  const made = groups.map((group) => `this.${memberOf(group)} = new ${group}(caller);`);
  return `/** Every group of routes. */
export abstract class RouteGroups {
  ${fields.join('\n')}

  constructor(caller: Caller) {
    ${made.join('\n')}
  }
}`;
}

function memberOf(group) {
  return group[0].toLowerCase() + group.slice(1);
}

function classOf(group, routes) {
  return `export class ${group} extends RouteGroup {
  ${routes.flatMap(methodsOf).join('\n\n')}
}`;
}

/** One method for the JSON of a route, and one for its file where it answers one. */
function methodsOf(route) {
  const { answer, types } = success(route);
  const isJson = types.length === 0 || types.includes('application/json');
  const file = types.find((type) => type !== 'application/json');
  const parts = partsOf(route);
  // Whoever wants the PDF of what is issued wants its number as well: that is what \`generate\` is for.
  const isFile = file !== undefined && !parts.isKeyed;
  const one = isJson && (isPaged(route) ? listed(route, parts) : single(route, parts, answer));
  return [one, isFile && asFile(route, parts, { file, isJson })].filter((text) => text !== false);
}

function success({ operation }) {
  const [, answer = {}] = Object.entries(operation.responses).find(([code]) => /^2/.test(code));
  return { answer, types: Object.keys(answer.content ?? {}) };
}

/** What callers give: ids in the order of the path, then body, query and options. */
function partsOf({ path, method, name, operation }) {
  const parameters = operation.parameters ?? [];
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, id]) => id);
  const isKeyed = parameters.some((one) => one.name.toLowerCase() === 'idempotency-key');
  const isPreview = method === 'post' && name === 'preview';
  const at = `'${path}', '${method}'`;
  const body = bodyOf(operation.requestBody, at);
  const hasQuery = parameters.some((one) => one.in === 'query');
  const given = ids.map((id) => `${camel(id)}: string`);
  const input = [];
  if (ids.length > 0) input.push(`path: { ${ids.map(named).join(', ')} }`);
  if (body !== undefined) {
    given.push(body.type);
    input.push('body');
  }
  return { ids, given, input, isKeyed, isPreview, hasQuery, at };
}

function bodyOf(requestBody, at) {
  if (requestBody === undefined) return undefined;
  const mark = requestBody.required === true ? '' : '?';
  const [[type, { schema }]] = Object.entries(requestBody.content);
  if (type === 'multipart/form-data') return { type: 'body: FormData' };
  if (type !== 'application/json') throw new Error(`The client cannot send ${type} (${at}).`);
  return { type: `body${mark}: ${nameOf(schema) ?? `Operations.BodyOf<${at}>`}` };
}

function isPaged({ operation, method }) {
  return method === 'get' && (operation.parameters ?? []).some(({ name }) => name === 'cursor');
}

function single({ path, method, name, operation }, parts, answer) {
  const { given, input, isKeyed, isPreview, hasQuery, at } = parts;
  const query = hasQuery ? [`query: Operations.QueryOf<${at}> = {}`] : [];
  const options = `options: ${isKeyed ? 'IssueOptions' : 'CallOptions'} = {}`;
  const sent = [
    ...input,
    ...(hasQuery ? ['query'] : []),
    ...(isKeyed ? ['...keyed(options)'] : []),
    ...(isPreview ? ['isRepeatable: true'] : []),
  ];
  const schema = answer.content?.['application/json']?.schema;
  const result =
    answer.content === undefined ? 'undefined' : (nameOf(schema) ?? `Operations.AnswerAt<${at}>`);
  return `${comment(operation)}
  ${name}(${[...given, ...query, options].join(', ')}): Promise<${result}> {
    return this.caller.json('${method}', '${path}', { ${sent.join(', ')} }, options);
  }`;
}

function listed({ path, method, name, operation, schemas }, { given, input, at }) {
  const { maximum } = operation.parameters.find((one) => one.name === 'limit').schema;
  const page = schemas[refOf(operation.responses['200'].content['application/json'].schema)];
  const entry = nameOf(page?.properties.data.items) ?? `Operations.AnswerAt<${at}>['data'][number]`;
  const sent = [...input, `query: { limit: ${maximum}, ...filter, ...cursor }`].join(', ');
  const parameters = [
    ...given,
    `filter: Operations.FilterOf<${at}> = {}`,
    'options: CallOptions = {}',
  ];
  return `${comment(operation, 'Pages are read as they are needed.')}
  ${name}(${parameters.join(', ')}): AsyncGenerator<${entry}> {
    return pages((cursor) =>
      this.caller.json('${method}', '${path}', { ${sent} }, options));
  }`;
}

function asFile({ path, method, name, operation }, parts, { file, isJson }) {
  const { given, input, isPreview, hasQuery, at } = parts;
  const isPdf = file === 'application/pdf';
  const query = hasQuery ? [`query: Operations.QueryOf<${at}> = {}`] : [];
  const sent = [
    ...input,
    ...(hasQuery ? ['query'] : []),
    ...(isPreview ? ['isRepeatable: true'] : []),
    `accept: '${isPdf ? file : '*/*'}'`,
  ];
  const own = isJson ? `${name}${isPdf ? 'Pdf' : 'File'}` : name;
  return `${comment(operation, isJson ? 'Answers the file.' : '')}
  async ${own}(${[...given, ...query, 'options: CallOptions = {}'].join(', ')}): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.caller.file('${method}', '${path}', { ${sent.join(', ')} }, options)).bytes;
  }`;
}

function comment({ summary }, also = '') {
  return `/** ${`${summary}. ${also}`.trim()} */`;
}

function nameOf(schema) {
  const name = refOf(schema);
  return name && `Schemas['${name}']`;
}

function refOf(schema) {
  return schema?.$ref?.replace('#/components/schemas/', '');
}

function named(id) {
  return camel(id) === id ? id : `${id}: ${camel(id)}`;
}

function camel(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}
