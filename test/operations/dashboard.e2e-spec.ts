import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { MetricsServer } from '../../src/metrics/metrics-server.js';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, invoiceBody } from '../support/factories.js';

const read = (file: string) => readFileSync(`docs/${file}`, 'utf8');
const metricNames = /\b(?:finvo|process|nodejs)_[a-z0-9_]+\b/g;
const labelNames =
  /\bby \(([^)]*)\)|\{\{\s*(?:\$labels\.)?(\w+)\s*\}\}|[{,]\s*(\w+)(?:=~|!~|!=|=)"/g;

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}
interface Dashboard {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { name: string; type: string }[] };
}

describe('what operators import', () => {
  const dashboard = JSON.parse(read('grafana-dashboard.json')) as Dashboard;
  const queries = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  const rules = read('prometheus-alerts.yml');
  let running: RunningApp;
  let text: string;
  let told: Set<string>;
  beforeAll(async () => {
    running = await startApp({ METRICS_PORT: '0' });
    const { bearer } = await createAccount(running);
    await request(running.url).post('/generate').set(bearer).send(invoiceBody()).expect(201);
    await fetch(`${running.url}/nothing`);
    const metrics = await fetch(`http://127.0.0.1:${running.app.get(MetricsServer).port}/metrics`);
    text = await metrics.text();
    told = new Set([...text.matchAll(/^([a-z_0-9]+)[{ ]/gm)].map(([, name = '']) => name));
  });
  afterAll(() => running.close());

  it.each(['grafana-dashboard.json', 'prometheus-alerts.yml'])(
    '%s names no metric that is not told',
    (file) => {
      const named = [...read(file).matchAll(metricNames)].map(([name]) => name);
      expect(named.length).toBeGreaterThan(6);
      expect(named.filter((name) => !told.has(name))).toEqual([]);
    },
  );

  it('the dashboard shows every metric of our own', () => {
    const shown = new Set(queries.join('\n').match(metricNames));
    const own = [...text.matchAll(/^# TYPE (finvo_\w+) /gm)].map(([, name = '']) => name);
    const isShown = (name: string) => [...shown].some((each) => each.startsWith(name));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((name) => !isShown(name))).toEqual([]);
  });

  it('goes by labels that the metrics have, or that Prometheus adds', () => {
    const known = new Set(['instance', 'job', 'le', 'severity']);
    for (const [, labels = ''] of text.matchAll(/^finvo_\w+\{([^}]*)\}/gm)) {
      for (const [, name = ''] of labels.matchAll(/(\w+)="/g)) known.add(name);
    }
    const used = [...queries, rules].flatMap((query) =>
      [...query.matchAll(labelNames)].flatMap(([, by, shown, matched]) =>
        (by ?? shown ?? matched ?? '').split(/,\s*/),
      ),
    );
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  it('the dashboard lets its reader choose the data source, and every panel asks something', () => {
    expect(dashboard.templating.list.map(({ name }) => name)).toEqual(['datasource', 'instance']);
    const panels = dashboard.panels.filter(({ type }) => type !== 'row');
    expect(panels.length).toBeGreaterThan(15);
    for (const { title, targets = [] } of panels) {
      expect([title, targets.length > 0]).toEqual([title, true]);
    }
    expect(read('grafana-dashboard.json')).not.toMatch(/"uid": "(?!\$\{datasource\}|finvo")/);
  });
});
