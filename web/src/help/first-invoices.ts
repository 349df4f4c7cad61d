/** The first request in each language, writing `invoice.pdf`; ORIGIN stands for the server's address. */
export const firstInvoices = {
  js: `import { writeFile } from 'node:fs/promises';

const answer = await fetch('ORIGIN/generate', {
  method: 'POST',
  headers: {
    authorization: \`Bearer \${process.env.FINVO_API_KEY}\`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({
    recipient: { name: 'Acme Corp', email: 'billing@acme.com' },
    line_items: [{ description: 'Consulting services', quantity: 10, unit_price: '150.00' }],
  }),
});
if (!answer.ok) throw new Error(await answer.text());
await writeFile('invoice.pdf', Buffer.from(await answer.arrayBuffer()));`,

  ts: `import { writeFile } from 'node:fs/promises';
import { Finvo } from 'finvo-client';

const finvo = new Finvo({
  baseUrl: 'ORIGIN',
  apiKey: process.env.FINVO_API_KEY ?? '',
});
const { pdf, id, number } = await finvo.invoices.generate({
  recipient: { name: 'Acme Corp', email: 'billing@acme.com' },
  line_items: [{ description: 'Consulting services', quantity: 10, unit_price: '150.00' }],
});
await writeFile('invoice.pdf', pdf);
console.log(id, number);`,

  python: `import json, os, urllib.request

invoice = {
    "recipient": {"name": "Acme Corp", "email": "billing@acme.com"},
    "line_items": [
        {"description": "Consulting services", "quantity": 10, "unit_price": "150.00"}
    ],
}
request = urllib.request.Request(
    "ORIGIN/generate",
    data=json.dumps(invoice).encode(),
    headers={
        "Authorization": f"Bearer {os.environ['FINVO_API_KEY']}",
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as answer, open("invoice.pdf", "wb") as file:
    file.write(answer.read())`,

  php: `<?php
$curl = curl_init('ORIGIN/generate');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('FINVO_API_KEY'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'recipient' => ['name' => 'Acme Corp', 'email' => 'billing@acme.com'],
        'line_items' => [
            ['description' => 'Consulting services', 'quantity' => 10, 'unit_price' => '150.00'],
        ],
    ]),
]);
$answer = curl_exec($curl);
if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 201) {
    throw new Exception($answer ?: curl_error($curl));
}
file_put_contents('invoice.pdf', $answer);`,

  go: `package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

const invoice = \`{
	"recipient": {"name": "Acme Corp", "email": "billing@acme.com"},
	"line_items": [
		{"description": "Consulting services", "quantity": 10, "unit_price": "150.00"}
	]
}\`

func main() {
	request, err := http.NewRequest("POST", "ORIGIN/generate", strings.NewReader(invoice))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("FINVO_API_KEY"))
	request.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		log.Fatal(err)
	}
	if answer.StatusCode != http.StatusCreated {
		log.Fatalf("%s: %s", answer.Status, body)
	}
	if err := os.WriteFile("invoice.pdf", body, 0o600); err != nil {
		log.Fatal(err)
	}
}`,

  ruby: `require "json"
require "net/http"

invoice = {
  recipient: { name: "Acme Corp", email: "billing@acme.com" },
  line_items: [
    { description: "Consulting services", quantity: 10, unit_price: "150.00" }
  ]
}
answer = Net::HTTP.post(
  URI("ORIGIN/generate"),
  JSON.generate(invoice),
  "Authorization" => "Bearer #{ENV.fetch("FINVO_API_KEY")}",
  "Content-Type" => "application/json"
)
raise answer.body unless answer.is_a?(Net::HTTPCreated)
File.binwrite("invoice.pdf", answer.body)`,
} as const;
