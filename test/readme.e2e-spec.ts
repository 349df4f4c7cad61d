import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, type TestAccount } from './support/factories.js';
import { type Language, missingFor, runProgram } from './support/interpreters.js';

const languages = ['sh', 'js', 'python', 'php'] as const satisfies readonly Language[];

const readme = readFileSync('README.md', 'utf8');

function snippetOf(language: Language): string {
  const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  const block = blocks.find(([, name, text]) => name === language && text?.includes('/generate'));
  return block?.[2] ?? '';
}

describe('the snippets of the README', () => {
  let running: RunningApp;
  let account: TestAccount;
  let folder: string;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
    folder = mkdtempSync(join(tmpdir(), 'finvo-readme-'));
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const language of languages) {
    const absent = missingFor(language);
    const name =
      absent === undefined ? 'writes a PDF' : `is there (${absent} is not installed here)`;
    it(`${language}: ${name}`, async () => {
      const snippet = snippetOf(language);
      expect(snippet).toContain('/generate');
      if (absent !== undefined) return;
      const text = snippet.replaceAll('http://localhost:3000', running.url);
      const { code, errors } = await runProgram(language, text, folder, {
        FINVO_API_KEY: account.key,
      });
      expect({ code, errors: code === 0 ? '' : errors }).toEqual({ code: 0, errors: '' });
      expect(readFileSync(join(folder, 'invoice.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
      rmSync(join(folder, 'invoice.pdf'));
    });
  }
});
