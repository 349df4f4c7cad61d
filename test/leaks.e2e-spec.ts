import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isWellFormedKey, newKey } from '../src/keys/secret.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const page = readFileSync('docs/leaks/README.md', 'utf8');
const published: [string, string | undefined][] = [
  ['gitleaks.toml', /^regex = '''(.+)'''$/m.exec(read('gitleaks.toml'))?.[1]],
  ['trufflehog.yaml', /^ +key: '(.+)'$/m.exec(read('trufflehog.yaml'))?.[1]],
  ['README.md', /^```\n(\\b.+)\n```$/m.exec(page)?.[1]],
];
const python = pythonHere();
const keys = Array.from({ length: 200 }, () => newKey());

function read(file: string): string {
  return readFileSync(`docs/leaks/${file}`, 'utf8');
}

describe('the published rule for leaked keys', () => {
  it.each(published)(
    'of %s finds every key, wherever it stands, and the whole of it',
    (_, rule = '') => {
      const regex = new RegExp(rule, 'g');
      for (const key of keys) {
        for (const text of [key, `KEY="${key}"`, `https://x/?k=${key}&a`, `Bearer ${key}\n`]) {
          expect([...text.matchAll(regex)].map(([found]) => found)).toEqual([key]);
        }
      }
    },
  );

  it.each(published)('of %s finds nothing that is no key', (_, rule = '') => {
    const [key = ''] = keys;
    for (const text of [key.slice(0, -1), `${key}0`, `x${key}`, key.toUpperCase(), 'finvo_sk_…']) {
      expect(new RegExp(rule).test(text)).toBe(false);
    }
  });

  it('is the same everywhere, and names a keyword that every key has', () => {
    expect(new Set(published.map(([, rule]) => rule)).size).toBe(1);
    for (const file of ['gitleaks.toml', 'trufflehog.yaml'])
      expect(read(file)).toContain('finvo_sk_');
  });
});

describe('the checksum of a key', () => {
  it('fails when any one of its characters is another one', () => {
    for (const [index, key] of keys.entries()) {
      expect(isWellFormedKey(key)).toBe(true);
      for (let at = 0; at < key.length; at += 1) {
        const next =
          alphabet[(alphabet.indexOf(key.charAt(at)) + 1 + index) % alphabet.length] ?? '';
        if (next === key.charAt(at)) continue;
        expect(isWellFormedKey(key.slice(0, at) + next + key.slice(at + 1))).toBe(false);
      }
    }
  });

  const itWithPython = python === undefined ? it.skip : it;
  itWithPython('is the one that the page describes, by its own program', () => {
    const program = /```python\n([\s\S]+?)```/.exec(page)?.[1] ?? '';
    const wrong = keys.map((key) => key.slice(0, -1) + (key.endsWith('0') ? '1' : '0'));
    const check = `${program}\nimport sys\nprint([is_finvo_key(line) for line in sys.stdin.read().split()])`;
    const input = [...keys, ...wrong].join('\n');
    const said = execFileSync('python3', ['-c', check], { input, encoding: 'utf8' });
    expect(said.match(/True|False/g)).toEqual([
      ...keys.map(() => 'True'),
      ...wrong.map(() => 'False'),
    ]);
  });
});

/** Not every machine that runs the tests has one. */
function pythonHere(): string | undefined {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return 'python3';
  } catch {
    return undefined;
  }
}
