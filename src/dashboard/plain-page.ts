/** What `/` shows where the dashboard was not built: what runs here, and the way to the API. */
export const plainPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Finvo</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; color: #1f2937; max-width: 40rem; margin: 12vh auto 0; padding: 0 1.5rem; }
  h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
  a { color: #0f766e; }
  code { background: #f3f4f6; padding: .1em .35em; border-radius: 4px; }
</style>
</head>
<body>
<h1>Finvo</h1>
<p>This server turns invoice data into PDF invoices: an API key and JSON in, a professional PDF out.</p>
<p><a href="/docs">API reference</a> · <a href="/openapi.json">OpenAPI document</a> · <a href="/health/ready">Health</a></p>
<p>To send a first invoice, post it to <code>/generate</code> with <code>Authorization: Bearer finvo_sk_…</code>. The dashboard is not built here: run <code>npm run build</code>.</p>
</body>
</html>
`;
