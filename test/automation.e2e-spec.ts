import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, type TestAccount } from './support/factories.js';
import { allNumbers } from './support/invoices.js';

interface Item {
  readonly json: Record<string, unknown>;
}
interface Parameter {
  readonly name: string;
  readonly value: string;
}
/** What a node of n8n needs of its description to be run. */
interface WorkflowNode {
  readonly name: string;
  readonly type: string;
  readonly parameters: {
    readonly jsCode?: string;
    readonly method?: string;
    readonly url?: string;
    readonly genericAuthType?: string;
    readonly headerParameters?: { readonly parameters: readonly Parameter[] };
    readonly jsonBody?: string;
  };
}
interface Workflow {
  readonly nodes: readonly WorkflowNode[];
  readonly connections: Readonly<Record<string, { main: { node: string }[][] }>>;
}

const workflow = JSON.parse(readFileSync('docs/n8n-workflow.json', 'utf8')) as Workflow;
const recipes = readFileSync('docs/automation.md', 'utf8');

/** A parameter as n8n reads it: an expression where it begins with `=`, else a text. */
function valueOf(parameter: string, $json: unknown): string {
  if (!parameter.startsWith('=')) return parameter;
  return parameter
    .slice(1)
    .replace(/\{\{([\s\S]+)\}\}/g, (_, code: string) => String(runInNewContext(code, { $json })));
}

describe('docs/automation.md', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  /** Sends what an HTTP Request node would send. */
  async function send({ parameters }: WorkflowNode, { json }: Item): Promise<Response> {
    const { method, url = '', headerParameters, jsonBody } = parameters;
    expect(parameters.genericAuthType).toBe('httpBearerAuth');
    const fields = headerParameters?.parameters ?? [];
    const headers = fields.map(({ name, value }) => [name, valueOf(value, json)] as const);
    const body = jsonBody === undefined ? undefined : valueOf(jsonBody, json);
    return fetch(valueOf(url, json).replace('http://localhost:3000', running.url), {
      ...(method !== undefined && { method }),
      ...(body !== undefined && { body }),
      headers: {
        ...Object.fromEntries(headers),
        ...account.bearer,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
    });
  }

  /** Runs the nodes in the order of their connections and answers what the last one got. */
  async function runWorkflow(): Promise<{ names: string[]; issued: Item; pdf: Response }> {
    const names: string[] = [];
    let item: Item = { json: {} };
    let answer: Response | undefined;
    for (let name: string | undefined = 'Start'; name !== undefined;) {
      const node = workflow.nodes.find((one) => one.name === name)!;
      names.push(name);
      if (node.type === 'n8n-nodes-base.code')
        item = (runInNewContext(`(() => {${node.parameters.jsCode!}})()`) as [Item])[0];
      if (node.type === 'n8n-nodes-base.httpRequest') {
        answer = await send(node, item);
        if (answer.headers.get('content-type')?.includes('json'))
          item = { json: (await answer.json()) as Record<string, unknown> };
      }
      name = workflow.connections[name]?.main[0]?.[0]?.node;
    }
    return { names, issued: item, pdf: answer! };
  }

  it('has a workflow for n8n that issues one invoice, however often it runs, and gets its PDF', async () => {
    const first = await runWorkflow();
    expect(first.names).toEqual(workflow.nodes.map(({ name }) => name));
    expect(first.issued.json).toMatchObject({
      object: 'invoice',
      total: '1500.00',
      recipient: { name: 'Acme "Rockets" Corp' },
      metadata: { order_id: '4711' },
    });
    expect(first.pdf.headers.get('content-type')).toBe('application/pdf');
    const again = await runWorkflow();
    expect(again.issued.json.id).toBe(first.issued.json.id);
    expect(await allNumbers(running.url, account)).toHaveLength(1);
  });

  it('has a body that the API takes, as data and as a file', async () => {
    const bodies = [...recipes.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    expect(bodies).toHaveLength(1);
    const headers = {
      ...account.bearer,
      'content-type': 'application/json',
      'idempotency-key': 'order-4712',
    };
    const request = { method: 'POST', headers, body: bodies[0]! };
    const data = await fetch(`${running.url}/v1/invoices`, request);
    const file = await fetch(`${running.url}/generate`, request);
    expect([data.status, file.status]).toEqual([201, 201]);
    const { id, total } = (await data.json()) as { id: string; total: string };
    expect([id, total]).toEqual([file.headers.get('finvo-invoice-id'), '1500.00']);
  });

  it('says how the link of an invoice becomes the address of its file', async () => {
    const headers = { ...account.bearer, 'content-type': 'application/json' };
    const page = await fetch(`${running.url}/v1/invoices`, { headers: account.bearer });
    const { data } = (await page.json()) as { data: { id: string }[] };
    const path = `${running.url}/v1/invoices/${data[0]!.id}/share-links`;
    const made = await fetch(path, { method: 'POST', headers, body: '{}' });
    const { url } = (await made.json()) as { url: string };
    const { pathname } = new URL(url);
    const file = await fetch(`${running.url}${pathname.replace('/i/', '/shared/')}/pdf`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
  });

  it('names only routes that exist', () => {
    const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: object };
    const named = [...recipes.matchAll(/`(?:GET|POST) (\/[^`]*)`/g)].map(([, path]) => path);
    expect(named.length).toBeGreaterThan(4);
    for (const path of named) expect(Object.keys(paths)).toContain(path);
  });
});
