// @ts-check
// Loaded before a server (`node --import`): what its clock says jumps as a test tells it. Timers go on as
// they do on a real machine, because they do not go by the clock that people set.
import { readFileSync } from 'node:fs';

const file = process.env.CHAOS_CLOCK_FILE ?? '';
const now = Date.now;
let shiftMs = 0;

Date.now = () => now() + shiftMs;
globalThis.Date = new Proxy(Date, {
  construct: (target, words, made) =>
    Reflect.construct(target, words.length === 0 ? [target.now()] : words, made),
});
// Others end the server: Nest takes them for a wish to stop.
process.on('SIGWINCH', () => {
  shiftMs = Number(readFileSync(file, 'utf8'));
});
